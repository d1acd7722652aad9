import { expect, it } from 'vitest';
import { latinText } from './flite/latin-text.ts';
import { isLatin } from './latin-script.ts';

it.each([
  ['Ana Kovač, Łódź – Straße “7”', true],
  ['Ğ ů ñ Ŋ ﬁne ½ 5 € 😀', true],
  ['', true],
  ['Hello Иван', false],
  ['您好', false],
  ['Καλημέρα', false],
  ['مرحبا', false],
  ['ʞ', false],
])('%j is Latin: %s', (text, isIt) => {
  expect(isLatin(text)).toBe(isIt);
});

it('lets nothing pass that Flite could not say', () => {
  const letters = Array.from({ length: 0x2200 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
    /\p{L}/u.test(one),
  );
  expect(letters.filter((letter) => isLatin(letter) && latinText(`${letter} a`) === undefined)).toEqual([]);
});
