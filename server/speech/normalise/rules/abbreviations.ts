import type { Language } from '../language.ts';
import { sayAll } from '../patterns.ts';
import { tidy } from '../plain-text.ts';

/** What stands before a number and says that it is one: `No. 5`. */
export const sayNumberSign = (text: string, { numberSign: { written, word } }: Language): string =>
  sayAll(text, String.raw`(?<![\p{L}\p{N}])(?:${written})\s?(?=\d)`, () => word, { flags: 'gu' });

/** Signs that are words, then abbreviations. For a text without digits: what it finds does not depend on them. */
export function sayAbbreviations(text: string, { abbreviations, signs }: Language): string {
  const signed = Object.entries(signs).reduce((said, [sign, word]) => said.replaceAll(sign, ` ${word} `), text);
  return abbreviations.reduce(
    (said, { short, long, mayEnd = false }) =>
      sayAll(said, String.raw`(?<![\p{L}.])(?:${short})(?!\p{L})`, () => long, { flags: 'gu', mayEnd }),
    tidy(signed),
  );
}
