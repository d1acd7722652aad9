/** The same key as in `public/theme.js`, which sets the theme before anything is drawn. */
const key = 'frontdesk-theme';

export type ThemeName = 'system' | 'light' | 'dark';

/** What the browser draws around the page, as far as it asks: the colour of the canvas, as in index.html. */
const around = { light: '#E6EBE9', dark: '#0D1413' } as const;

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
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    // One for each way the computer may be set; without a choice each says its own.
    const own = meta.getAttribute('media')?.includes('dark') === true ? 'dark' : 'light';
    meta.content = around[theme === 'system' ? own : theme];
  }
}
