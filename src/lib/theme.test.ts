import { expect, test } from 'vitest';
import { applyTheme, storedTheme } from './theme.ts';

const metas = () =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map((one) => one.content);

test('the theme is on the page, around it, and kept for the next visit', () => {
  document.head.innerHTML = ['light', 'dark']
    .map((scheme) => `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})">`)
    .join('');
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  applyTheme('dark', document, storage);
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(metas()).toEqual(['#0D1413', '#0D1413']);
  expect(storedTheme(storage)).toBe('dark');
  applyTheme('system', document, storage);
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(metas()).toEqual(['#E6EBE9', '#0D1413']);
  expect(storedTheme(storage)).toBe('system');
});
