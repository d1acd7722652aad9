/** `one` for 1, `two` for 2 …: ten words, the first for 0. */
export type DigitWords = readonly [string, string, string, string, string, string, string, string, string, string];

/**
 * A number digit by digit, in groups of a size that a listener can follow, with a breath between them; a last digit that
 * would stand alone joins the group before it.
 */
export function inDigitGroups(digits: string, words: DigitWords, size: 2 | 3): string {
  const groups = digits.match(size === 2 ? /\d{2}(?=\d{2})|\d{1,3}/g : /\d{3}(?=\d{2})|\d{1,4}/g) ?? [];
  const inWords = (group: string): string => Array.from(group, (digit) => words[Number(digit)]).join(' ');
  return `${groups.map(inWords).join(', ')}.`;
}
