import type { PreferencesStore } from '../../features/preferences/model/preferences-store.ts';
import { setLocale } from '../../lib/locale.ts';
import { applyTheme } from '../../lib/theme.ts';

/** The page looks as its person chose, here and on the next sign-in page of this browser. Answers the way to stop. */
export function keepLooking({ preferences }: { readonly preferences: PreferencesStore }): () => void {
  const { store } = preferences;
  const look = (): void => {
    const { theme, density, language } = store.getState().preferences;
    applyTheme(theme, document, localStorage);
    document.documentElement.dataset['density'] = density;
    setLocale(language, document);
  };
  look();
  return store.subscribe(look);
}
