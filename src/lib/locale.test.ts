import { afterEach, expect, test } from 'vitest';
import { dateTimeFormat, listOf, setLocale } from './locale.ts';
import { timeOfDay } from './time-of-day.ts';

const at = new Date(2026, 10, 17, 14, 5).getTime();
const page = { documentElement: document.documentElement };

afterEach(() => setLocale(null, page));

test.each([
  ['en-GB', '14:05', 'en-GB'],
  ['en-US', '2:05 PM', 'en-US'],
  ['de-DE', '14:05', 'en'],
])('times are written as in %s; the page says which English it is, or just that', (tag, time, language) => {
  setLocale(tag, page);
  expect(timeOfDay(at).replaceAll(/\s/g, ' ')).toBe(time);
  expect(document.documentElement.lang).toBe(language);
});

test('a date has the order and the words of the region', () => {
  setLocale('de-DE', page);
  expect(dateTimeFormat({ dateStyle: 'long' }).format(at)).toBe('17. November 2026');
});

test.each(['nonsense-that-is-no-tag-at-all', 'tlh'])('%s is as the browser has it', (tag) => {
  setLocale(tag, page);
  expect(dateTimeFormat({}).resolvedOptions().locale).toBe(new Intl.DateTimeFormat().resolvedOptions().locale);
});

test('lists are parts of sentences, so in the language of the page', () => {
  setLocale('de-DE', page);
  expect(listOf(['Sales', 'Service', 'Main'])).toBe('Sales, Service and Main');
  setLocale('en-US', page);
  expect(listOf(['Sales', 'Service', 'Main'])).toBe('Sales, Service, and Main');
});
