import type { Recording, Transcript } from '../../shared/recording/recording.ts';
import { digitsOf, isNumber } from './search-text.ts';

/**
 * What recordings are found by: every end of every word (`kovac`, `ovac`, `vac`), so that a part of a word is the beginning of
 * one of them, which any database with an index finds at once. Parts of fewer than three signs are only looked for where words
 * begin, and are kept apart for that (`^k`, `^ko`). Of a number, its digits are one word.
 */
const shortest = 3;
/** Signs of a word that count, in what is kept as in what is looked for. */
const longest = 16;
/** In bytes; PostgreSQL takes 1 MB of words for one row. The end of a conversation of many hours may not be found. */
const room = 400_000;

/** Writing that has no spaces between words: a short part may begin anywhere in it. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

export function wordsOf({ caller, people, queue, note, marks }: Recording): readonly string[] {
  const names = [caller.name, queue?.name, ...people.map(({ name }) => name), ...marks.map(({ text }) => text)];
  return indexed([digitsOf(caller.number ?? ''), ...names, note]);
}

export const wordsSpoken = ({ words }: Transcript): readonly string[] =>
  indexed([words.map(({ text }) => text).join(' ')]);

/** What each of the words must begin with, or be, to be found; all of them are wanted. */
export type WantedWord = { readonly text: string; readonly whole: boolean };

export function wantedWords(search: string): readonly WantedWord[] {
  const parts = isNumber(search) ? [numberIn(search)].filter((digits) => digits !== '') : wordsIn(search);
  return [...new Set(parts)].map((part) => {
    const signs = signsOf(part);
    const whole = signs.length < shortest;
    return { text: whole ? `^${part}` : signs.slice(0, longest).join(''), whole };
  });
}

/** Whether words that were kept are what somebody looks for. */
export function found(kept: ReadonlySet<string>, wanted: readonly WantedWord[]): boolean {
  return wanted.every(({ text, whole }) => (whole ? kept.has(text) : [...kept].some((word) => word.startsWith(text))));
}

/** A whole number is also looked for without the noughts that stand for a country or a town. */
function numberIn(search: string): string {
  const digits = digitsOf(search);
  return digits.length > 6 ? digits.replace(/^0+/, '') : digits;
}

function indexed(texts: readonly (string | null | undefined)[]): readonly string[] {
  const kept = new Set<string>();
  let bytes = 0;
  for (const word of texts.flatMap((text) => [...wordsIn(text ?? ''), ...numbersIn(text ?? '')])) {
    for (const part of partsOf(word)) {
      if (kept.has(part)) continue;
      bytes += Buffer.byteLength(part);
      if (bytes > room) return [...kept];
      kept.add(part);
    }
  }
  return [...kept];
}

function partsOf(word: string): readonly string[] {
  const signs = signsOf(word);
  const ends = signs.map((_, place) => signs.slice(place, place + longest)).filter(({ length }) => length >= shortest);
  const beginnings = unspaced.test(word) ? signs.keys() : [0];
  const short = [...beginnings].flatMap((place) => [signs.slice(place, place + 1), signs.slice(place, place + 2)]);
  return [...ends.map((end) => end.join('')), ...short.map((part) => `^${part.join('')}`)];
}

/** Characters, however many places of a string each of them takes. */
const signsOf = (word: string): readonly string[] => Array.from(word);

/** In lower case, without accents. */
function wordsIn(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '');
  return plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

/** Numbers somebody wrote with something between their digits. */
const numbersIn = (text: string): readonly string[] => (text.match(/\d[\d\s()/.-]{3,22}\d/g) ?? []).map(digitsOf);
