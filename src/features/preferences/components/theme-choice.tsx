import { useId } from 'react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import type { PreferencesStore } from '../model/preferences-store.ts';
import { NotSaved } from './not-saved.tsx';

const texts = strings.settings.theme;
export const themes = ['light', 'dark', 'system'] as const;

/** Light, dark, or as the computer has it: seen at once, and kept for every desk of this person. */
export function ThemeChoice({ preferences }: { readonly preferences: PreferencesStore }) {
  const theme = useStore(preferences.store, (state) => state.preferences.theme);
  const name = useId();
  return (
    <fieldset className="themes">
      <legend className="small b">{texts.title}</legend>
      <div className="theme-options">
        {themes.map((one) => (
          <label key={one} className="theme-option">
            <input
              type="radio"
              name={name}
              value={one}
              checked={theme === one}
              onChange={() => void preferences.change({ theme: one })}
            />
            <span>{texts[one]}</span>
          </label>
        ))}
      </div>
      <NotSaved preferences={preferences} />
    </fieldset>
  );
}
