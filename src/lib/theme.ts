/** The same key as in `public/theme.js`, which sets the theme before anything is drawn. */
const key = 'frontdesk-theme';

export type ThemeName = 'system' | 'light' | 'dark';

/** How the page looked last in this browser. */
export function storedTheme(storage: Pick<Storage, 'getItem'>): ThemeName {
  const stored = storage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Draws the page so, and keeps it for the next visit; `system` leaves it to the computer. */
export function applyTheme(theme: ThemeName, document: Document, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem(key, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
