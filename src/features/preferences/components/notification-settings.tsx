import { Bell, BellRing, CircleCheck, TriangleAlert } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import type { Notifier } from '../../../ports/notifier.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { PreferencesStore } from '../model/preferences-store.ts';
import { NotSaved } from './not-saved.tsx';
import './preferences.css';

type NotificationSettingsProps = { readonly preferences: PreferencesStore; readonly notifier: Notifier };

const texts = strings.settings.notifications;

/** What the computer shows of a call, and whether the browser lets it. */
export function NotificationSettings({ preferences, notifier }: NotificationSettingsProps) {
  const { notifyWhenRinging, notifyOnACall } = useStore(preferences.store, (state) => state.preferences);
  const watch = useCallback((told: () => void) => notifier.watchPermission(told), [notifier]);
  const permission = useSyncExternalStore(watch, () => notifier.permission());
  const test = (): void => notifier.demonstrate({ key: 'test', title: texts.testTitle, text: texts.testText });
  return (
    <Section
      title={texts.title}
      hint={texts.hint}
      action={
        <Act
          icon={Bell}
          label={texts.test}
          unavailable={permission === 'granted' ? undefined : texts.states[permission]}
          onPress={test}
        />
      }
    >
      <NotSaved preferences={preferences} />
      <Blocked permission={permission} />
      <div className="panel settings-panel">
        <SettingRow title={texts.permission}>
          {permission === 'granted' && <Icon of={CircleCheck} className="tone-answer" />}
          <span>{texts.states[permission]}</span>
          {permission === 'askable' && (
            <Act tone="now" icon={BellRing} label={texts.allow} onPress={() => void notifier.ask()} />
          )}
        </SettingRow>
        <SettingRow title={texts.whenRinging} hint={texts.whenRingingHint}>
          <Switch
            label={texts.showIt}
            isOn={notifyWhenRinging}
            onChange={(isOn) => void preferences.change({ notifyWhenRinging: isOn })}
          />
        </SettingRow>
        {notifyWhenRinging && (
          <SettingRow title={texts.onACall}>
            <Switch
              label={texts.onACallSwitch}
              isOn={notifyOnACall}
              onChange={(isOn) => void preferences.change({ notifyOnACall: isOn })}
            />
          </SettingRow>
        )}
      </div>
    </Section>
  );
}

/** Nothing the page can do by itself: how whoever sits here does it. */
function Blocked({ permission }: { readonly permission: ReturnType<Notifier['permission']> }) {
  const title = texts.states[permission];
  if (permission === 'unsupported') {
    return <Banner tone="wait" icon={TriangleAlert} title={title} text={texts.unsupportedText} />;
  }
  if (permission !== 'denied') return null;
  return (
    <>
      <Banner tone="wait" icon={TriangleAlert} title={title} text={texts.deniedText} />
      <section className="panel how-to" aria-labelledby="how-to-turn-on">
        <h2 id="how-to-turn-on">{texts.howTitle}</h2>
        <ol>
          {texts.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
