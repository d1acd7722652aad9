import type { Language } from '../language.ts';
import { begins, number, sayAll } from '../patterns.ts';
import { readNumber, sayCounted, sayNumber } from '../spoken-number.ts';

/** What is below zero, percentages, and amounts with a unit: `5 %`, `3.5 km`, `-4 °C`. */
export function sayQuantities(text: string, language: Language): string {
  const { sign } = language.decimal;
  const amount = `${begins}(?<amount>${number})`;
  const signed = text.replace(/(?<![\p{L}\p{N}.,)])[-−](?=\d)/gu, `${language.minus} `);
  const percent = sayAll(signed, String.raw`${amount}\s?%`, ({ groups }) => {
    return `${sayNumber(language, readNumber(groups['amount'] ?? '', sign))} ${language.percent}`;
  });
  return language.units.reduce((said, { written, counted }) => {
    const pattern = String.raw`${amount}\s?(?:${written})(?![\p{L}\p{N}])`;
    return sayAll(
      said,
      pattern,
      ({ groups }) => sayCounted(language, readNumber(groups['amount'] ?? '', sign), counted),
      { flags: 'gu', mayEnd: true },
    );
  }, percent);
}
