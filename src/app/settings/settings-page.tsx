import { Bell, ClipboardCheck, Headphones, Keyboard, MessageSquareReply, Palette, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { AudioSettings } from '../../features/audio/components/audio-settings.tsx';
import { KeyboardSettings } from '../../features/keyboard/components/keyboard-settings.tsx';
import { AppearanceSettings } from '../../features/preferences/components/appearance-settings.tsx';
import { NotSaved } from '../../features/preferences/components/not-saved.tsx';
import { NotificationSettings } from '../../features/preferences/components/notification-settings.tsx';
import { TemplatesSettings } from '../../features/replies/components/templates-settings.tsx';
import { TestCallPanel } from '../../features/test-call/components/test-call-panel.tsx';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { Act } from '../../ui/act.tsx';
import { Section, SectionsPage } from '../../ui/sections-page.tsx';
import type { ConsoleModel } from '../console/console-model.ts';

export type SettingsPageProps = {
  readonly section: string | null;
  readonly onGo: (to: string) => void;
  readonly model: ConsoleModel;
  readonly ports: Ports;
};

type SectionOf = {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly draw: (parts: SettingsPageProps) => ReactNode;
};

const texts = strings.settings;

/** Each section is drawn by the feature it belongs to; here is only where it stands. */
const sections: readonly SectionOf[] = [
  {
    path: 'audio',
    label: strings.audio.title,
    icon: Headphones,
    draw: ({ model, ports, onGo }) => (
      <Section
        title={strings.audio.title}
        hint={strings.audio.hint}
        action={<Act icon={ClipboardCheck} label={strings.check.run} onPress={() => onGo('/check')} />}
      >
        <div className="panel">
          <div className="settings-panel">
            <Audio model={model} />
          </div>
          <TestCallPanel testCall={model.testCall} now={ports.clock.now()} />
        </div>
      </Section>
    ),
  },
  {
    path: 'templates',
    label: strings.templates.title,
    icon: MessageSquareReply,
    draw: ({ model }) => <TemplatesSettings templates={model.templates} editor={model.templateEditor} />,
  },
  {
    path: 'keyboard',
    label: strings.keys.title,
    icon: Keyboard,
    draw: ({ model }) => <Keys preferences={model.preferences} />,
  },
  {
    path: 'notifications',
    label: texts.notifications.title,
    icon: Bell,
    draw: ({ model, ports }) => <NotificationSettings preferences={model.preferences} notifier={ports.notifier} />,
  },
  {
    path: 'appearance',
    label: texts.appearance.title,
    icon: Palette,
    draw: ({ model, ports }) => <AppearanceSettings preferences={model.preferences} now={ports.clock.now()} />,
  },
];

function Audio({ model }: Pick<SettingsPageProps, 'model'>) {
  const { holder } = useStore(model.desk.store);
  return <AudioSettings audio={model.audio} hasPhone={holder === 'here'} />;
}

function Keys({ preferences }: Pick<ConsoleModel, 'preferences'>) {
  const { keys } = useStore(preferences.store, (state) => state.preferences);
  return (
    <KeyboardSettings chosen={keys} onChange={(chosen) => void preferences.change({ keys: chosen })}>
      <NotSaved preferences={preferences} />
    </KeyboardSettings>
  );
}

/** What a receptionist sets: what belongs to the person on the server, what belongs to the machine in this browser. */
export function SettingsPage(props: SettingsPageProps) {
  const current = sections.find(({ path }) => path === props.section) ?? sections[0];
  const links = sections.map(({ path, label, icon }) => ({ to: `/settings/${path}`, label, icon }));
  return (
    <SectionsPage title={texts.title} links={links} current={`/settings/${current?.path}`} onGo={props.onGo}>
      {current?.draw(props)}
    </SectionsPage>
  );
}
