import { describe, expect, test } from 'vitest';
import { beginningOf } from './reply-words.ts';

describe('the beginning of a message', () => {
  test('is all of it, while it is short', () => {
    expect(beginningOf({ text: 'May I call you back?' })).toBe('May I call you back?');
    expect(beginningOf({ text: 'x'.repeat(160) })).toBe('x'.repeat(160));
  });

  test('of a long one ends with a whole word, where there is one', () => {
    expect(beginningOf({ text: 'word '.repeat(300) })).toBe(`${'word '.repeat(32).trim()} …`);
    expect(beginningOf({ text: 'x'.repeat(1500) })).toBe(`${'x'.repeat(160)} …`);
  });
});
