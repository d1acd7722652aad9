import type { Language } from '../language.ts';
import { begins, number, sayAll } from '../patterns.ts';
import { isAmount, readNumber, sayNumber, sayWhole } from '../spoken-number.ts';

/** Whatever digits are left: ranges, decimals, whole numbers. None stay. */
export function sayNumbers(text: string, language: Language): string {
  const ranged = text
    .replace(/(?<=(?<![\p{L}\p{N}.,:/-])\d{1,4})\s?[–-]\s?(?=\d{1,4}(?![\p{L}\p{N}/-]))/gu, ` ${language.to} `)
    .replace(/(?<=\d)\/(?=\d)/gu, ' ');
  const said = sayAll(ranged, `${begins}(?<amount>${number})`, ({ groups: { amount = '' }, before, after }) => {
    const read = readNumber(amount, language.decimal.sign);
    return read.fraction === '' && isAmount(read.whole)
      ? language.counted(read.whole, before, after)
      : sayNumber(language, read);
  });
  return sayAll(said, String.raw`(?<digits>\d+)`, ({ groups: { digits = '' } }) => sayWhole(language, digits));
}
