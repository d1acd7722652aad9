import { expect, test } from 'vitest';
import { spelledNumber } from './spelled-number.ts';

test.each([
  ['16505550184', '1, 6 5 0, 5 5 5, 0 1 8 4'],
  ['+38515550142', '3, 8 5 1, 5 5 5, 0 1 4 2'],
  ['0184', '0 1 8 4'],
  ['', ''],
])('%s is read out as %s', (number, spelled) => expect(spelledNumber(number)).toBe(spelled));
