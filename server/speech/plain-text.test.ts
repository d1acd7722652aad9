import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['Grüße aus Łódź – 5 €, Straße “7” ☀️', 'de'],
  ['Où êtes-vous ? <b>Là</b> -v en', 'fr-FR'],
  ['Здравствуйте, Nordkap 7', 'ru-RU'],
  ['今日は忙しいです、カメラ', 'ja-JP'],
  ['안녕하세요', 'ko'],
  ['您好', 'zh-CN'],
  ['Γεια σας', 'el'],
])('%j can be said in %s as it is', (text, language) => {
  expect(plainText(text, language)).toBe(text);
});

it.each([
  ['Hello Иван', 'en-US'],
  ['您好', 'de'],
  ['Γεια', 'ru'],
  ['Добрый день', 'ja'],
])('%j cannot be said in %s', (text, language) => {
  expect(plainText(text, language)).toBeUndefined();
});

it('what is no character is left out, and everything is in one line', () => {
  expect(plainText(' one\r\n\ttwo\0\u0001three\ud800 \u2028four\uffff ', 'en')).toBe('one two three four');
});

it('leaves nothing that XML or a pipe could not carry', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (input) => {
      const text = plainText(input, 'en') ?? '';
      expect(text).toBe(Buffer.from(text).toString());
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u);
    }),
  );
});
