import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { it } from './languages/it.ts';
import type { Language } from './language.ts';
import { plainText, tidy } from './plain-text.ts';
import { sayAbbreviations, sayNumberSign } from './rules/abbreviations.ts';
import { sayDates } from './rules/dates.ts';
import { sayMoney } from './rules/money.ts';
import { sayNumbers } from './rules/numbers.ts';
import { sayOrdinals } from './rules/ordinals.ts';
import { sayPhoneNumbers } from './rules/phone-numbers.ts';
import { sayQuantities } from './rules/quantities.ts';
import { sayTimes } from './rules/times.ts';

const languages: Readonly<Record<string, Language>> = { de, en, es, fr, it };

/** What has the most signs comes first, so that what is left of digits in the end is a number and nothing else. */
const rules = [
  sayTimes,
  sayDates,
  sayMoney,
  sayQuantities,
  sayNumberSign,
  sayPhoneNumbers,
  sayOrdinals,
  sayNumbers,
  sayAbbreviations,
];

/**
 * A text as somebody would read it aloud on the telephone: times, dates, money, numbers, units and abbreviations in words,
 * numbers to call digit by digit; without markup and pictures. Other text stays as it is, and so does what it made itself.
 * In a language it does not know (BCP 47, first part) only the latter. Empty when there is nothing to hear in it.
 */
export function normalise(text: string, code: string): string {
  const plain = plainText(text);
  const language = languages[code.toLowerCase().split('-')[0] ?? ''];
  if (language === undefined) return plain;
  return tidy(rules.reduce((said, rule) => rule(said, language), plain));
}
