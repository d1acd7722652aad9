import { expect, test } from 'vitest';
import { createLevelWord } from './level-word.ts';

const wordAfter = (...levels: readonly number[]): string | undefined => {
  const wordOf = createLevelWord();
  return levels.map((level) => wordOf(level)).at(-1);
};

test.each([
  [0, 'nothing'],
  [0.3, 'quiet'],
  [0.6, 'good'],
  [0.97, 'loud'],
])('a level of %d is %s', (level, word) => {
  expect(wordAfter(level)).toBe(word);
});

test('a pause between two words is not silence, but two seconds are', () => {
  expect(wordAfter(0.6, ...Array<number>(19).fill(0))).toBe('good');
  expect(wordAfter(0.6, ...Array<number>(20).fill(0))).toBe('nothing');
});
