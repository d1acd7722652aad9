import { mostAmount, type ReplyTime } from './pattern.ts';

/** Times in the words of a language: `one` for 1 of a unit, else `other`, whose `{amount}` is the number. */
export type TimeWords = Readonly<Record<ReplyTime['unit'], { readonly one: string; readonly other: string }>>;

/** The place of a time in a sentence. */
const time = '{time}';
const amountOf = '{amount}';
const units = ['minutes', 'hours', 'days'] as const;

/** A sentence with a time in the place of its `{time}`. */
export const sayTime = (sentence: string, words: TimeWords, { amount, unit }: ReplyTime): string =>
  sentence.replace(time, () => (amount === 1 ? words[unit].one : words[unit].other.replace(amountOf, String(amount))));

/** The time that a text names in the place of the `{time}` of a sentence; null: it is another text, or names none. */
export function timeIn(text: string, sentence: string, words: TimeWords): ReplyTime | null {
  const named = between(text, sentence, time);
  if (named === null) return null;
  for (const unit of units) {
    const { one, other } = words[unit];
    const amount = named === one ? 1 : Number(between(named, other, amountOf)?.match(/^[1-9]\d?$/)?.[0] ?? 0);
    if (amount >= 1 && amount <= mostAmount) return { amount, unit };
  }
  return null;
}

/** What a text has in the place of a slot of a sentence. */
function between(text: string, sentence: string, slot: string): string | null {
  const at = sentence.indexOf(slot);
  if (at === -1) return null;
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + slot.length)];
  const isLike = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return isLike ? text.slice(before.length, text.length - after.length) : null;
}
