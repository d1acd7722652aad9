import { expect, test } from 'vitest';
import { loadReadNumber } from './load-read-number.ts';
import { looksLikeNumber } from './read-number.ts';

const read = await loadReadNumber();

test.each([
  ['6505550188', 'US', '+16505550188', '+1 650 555 0188'],
  ['(650) 555-0188', 'US', '+16505550188', '+1 650 555 0188'],
  ['tel:+1-650-555-0188', 'DE', '+16505550188', '+1 650 555 0188'],
  ['TEL:+16505550188;ext=5', 'US', '+16505550188', '+1 650 555 0188'],
  ['\u202A+44 20 7946 0301\u202C', 'US', '+442079460301', '+44 20 7946 0301'],
  ['020 7946 0301', 'GB', '+442079460301', '+44 20 7946 0301'],
  ['0044 20 7946 0301', 'DE', '+442079460301', '+44 20 7946 0301'],
  ['011 44 20 7946 0301', 'US', '+442079460301', '+44 20 7946 0301'],
])('%s in %s is the number %s', (text, country, number, shown) => {
  expect(looksLikeNumber(text)).toBe(true);
  expect(read(text, country)).toEqual({ kind: 'number', number, shown });
});

test.each([
  ['650555', 'tooShort', '(650) 555'],
  ['+4', 'tooShort', '+4'],
  ['65055501880000', 'tooLong', '65055501880000'],
  ['+999 123 4567', 'noCountry', '+9991234567'],
  ['0650555018', 'noSuchNumber', '0650555018'],
  ['911', 'emergency', '911'],
  ['112', 'emergency', '112'],
])('%s is none: %s', (text, fault, shown) => {
  expect(looksLikeNumber(text)).toBe(true);
  expect(read(text, 'US')).toMatchObject({ kind: 'fault', fault });
  expect(read(text, 'US').shown.replaceAll(/[^\d+]/g, '')).toBe(shown.replaceAll(/[^\d+]/g, ''));
});

test('a country nobody knows leaves numbers with a plus as they are', () => {
  expect(read('+16505550188', 'ZZ').kind).toBe('number');
  expect(read('6505550188', 'ZZ').kind).toBe('fault');
});

test.each(['Ana', '204', '12', 'Studio 54', '', '+', 'tel:', '1-800-FLOWERS', '١٢٣٤٥'])(
  '%s is not meant as a number',
  (text) => expect(looksLikeNumber(text)).toBe(false),
);
