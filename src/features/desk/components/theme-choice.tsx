import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Appearance } from '../model/appearance.ts';

const texts = strings.people.theme;
const themes = ['light', 'dark', 'system'] as const;

/** Light, dark, or as the computer has it: seen at once, and kept for every desk of this person. */
export function ThemeChoice({ appearance }: { readonly appearance: Appearance }) {
  const { theme, failure } = useStore(appearance.store);
  return (
    <fieldset className="themes">
      <legend className="small b">{texts.title}</legend>
      <div className="theme-options">
        {themes.map((one) => (
          <label key={one} className="theme-option">
            <input
              type="radio"
              name="theme"
              value={one}
              checked={theme === one}
              onChange={() => void appearance.choose(one)}
            />
            <span>{texts[one]}</span>
          </label>
        ))}
      </div>
      <p className="item-failure small tone-end" role="alert">
        {failure !== null && fill(texts.failed, { reason: failure })}
      </p>
    </fieldset>
  );
}
