import { useId } from 'react';
import { useStore } from 'zustand';
import { dateTimeFormat } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { Section } from '../../../ui/sections-page.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';
import { localeName, locales } from '../model/locales.ts';
import type { PreferencesStore } from '../model/preferences-store.ts';
import { NotSaved } from './not-saved.tsx';
import { themes } from './theme-choice.tsx';
import './preferences.css';

const texts = strings.settings;
const densities = [
  { value: 'comfortable', label: texts.density.comfortable },
  { value: 'compact', label: texts.density.compact },
] as const;

/** How the page looks and how it writes. `now`: ms since the epoch, for the example. */
export function AppearanceSettings({
  preferences,
  now,
}: {
  readonly preferences: PreferencesStore;
  readonly now: number;
}) {
  const { theme, density, language } = useStore(preferences.store, (state) => state.preferences);
  const example = {
    date: dateTimeFormat({ dateStyle: 'full' }).format(now),
    time: timeOfDay(now),
  };
  return (
    <Section title={texts.appearance.title} hint={texts.appearance.hint}>
      <NotSaved preferences={preferences} />
      <div className="panel settings-panel">
        <SettingRow title={texts.theme.title}>
          <ThemeCards theme={theme} onChange={(chosen) => void preferences.change({ theme: chosen })} />
        </SettingRow>
        <SettingRow title={texts.density.title} hint={texts.density.hint}>
          <Segments
            label={texts.density.title}
            options={densities}
            value={density}
            onChange={(chosen) => void preferences.change({ density: chosen })}
          />
        </SettingRow>
        <SettingRow title={texts.language.title} hint={texts.language.hint}>
          <span>{texts.language.english}</span>
        </SettingRow>
        <SettingRow title={texts.locale.title} htmlFor="locale" hint={fill(texts.locale.example, example)}>
          <select
            id="locale"
            className="locale-field"
            value={language ?? ''}
            onChange={({ target }) => void preferences.change({ language: target.value === '' ? null : target.value })}
          >
            <option value="">{texts.locale.likeTheBrowser}</option>
            {localesWith(language).map((tag) => (
              <option key={tag} value={tag}>
                {localeName(tag)}
              </option>
            ))}
          </select>
        </SettingRow>
      </div>
    </Section>
  );
}

/** The one in use is always among them, though another console may have offered it. */
const localesWith = (language: string | null): readonly string[] =>
  language === null || locales.some((tag) => tag === language) ? locales : [language, ...locales];

type ThemeCardsProps = {
  readonly theme: (typeof themes)[number];
  readonly onChange: (theme: (typeof themes)[number]) => void;
};

function ThemeCards({ theme, onChange }: ThemeCardsProps) {
  const name = useId();
  return themes.map((one) => (
    <label key={one} className="theme-card">
      <span className={`theme-picture ${one}`} aria-hidden>
        {one !== 'system' && (
          <>
            <i />
            <i className="signal" />
            <i />
          </>
        )}
      </span>
      <span className="row">
        <input type="radio" name={name} checked={theme === one} onChange={() => onChange(one)} />
        {texts.theme[one]}
      </span>
    </label>
  ));
}
