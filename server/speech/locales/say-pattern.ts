import type { ReplyPattern } from '../../../shared/reply/pattern.ts';
import { sayTime } from '../../../shared/reply/time-words.ts';
import type { Locale } from './locale.ts';

type Words = Pick<Locale, 'patterns' | 'times'>;

/** The sentence of a structured reply, with `{time}` where it names one. */
export const patternSentence = ({ patterns }: Words, pattern: ReplyPattern): string =>
  'direction' in pattern ? patterns[pattern.kind][pattern.direction] : patterns[pattern.kind];

/** A structured reply in the words of a language. */
export function sayPattern(words: Words, pattern: ReplyPattern): string {
  const sentence = patternSentence(words, pattern);
  return pattern.kind === 'callYouBack' ? sayTime(sentence, words.times, pattern) : sentence;
}
