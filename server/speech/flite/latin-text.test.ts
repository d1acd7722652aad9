import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { latinText } from './latin-text.ts';

it.each([
  ['Ana Kovač, Łódź – Straße “7”', 'Ana Kovac, Lodz , Strasse "7"'],
  ['It’s 5 €…', "It's 5 euros ."],
  ['Tom & Jerry <b>now</b> 2 < 3', 'Tom & Jerry now 2 3'],
  ['line\r\n\tbreak\0', 'line break'],
  ['ﬁne ①', 'fine 1'],
  ['sunny ☀️ day', 'sunny day'],
  ['Иван', undefined],
  ['Hello 世界', undefined],
  ['<br/>', undefined],
  ['?!', undefined],
])('%j is said as %j', (input, said) => {
  expect(latinText(input)).toBe(said);
});

it('leaves nothing but printable ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (input) => {
      expect(latinText(input) ?? 'a').toMatch(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/);
    }),
  );
});
