import type { Language, NumberForm } from './language.ts';

const mostDigits = 15;

/** A number that is written with signs: its whole part and what is behind the decimal sign (empty where there is none). */
export type WrittenNumber = { readonly whole: string; readonly fraction: string };

/**
 * What a written number is. Of two kinds of signs the last is the decimal one; a single sign before three digits is it
 * where the language writes it so.
 */
export function readNumber(written: string, decimalSign: '.' | ','): WrittenNumber {
  const plain = written.replace(/[^\d.,]/gu, '');
  const signs = plain.replace(/\d/gu, '');
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (last < 0) return { whole: plain, fraction: '' };
  const [whole, fraction] = [plain.slice(0, last).replace(/[.,]/gu, ''), plain.slice(last + 1)];
  const isGroup = fraction.length === 3 && whole !== '0' && signs === signs.charAt(0).repeat(signs.length);
  const isDecimal = !isGroup || (signs.length === 1 && signs === decimalSign);
  return isDecimal ? { whole, fraction } : { whole: whole + fraction, fraction: '' };
}

/** A whole number in words; one that no amount looks like (a leading zero, too long) digit by digit. */
export function sayWhole(language: Language, digits: string, form: NumberForm = 'alone'): string {
  return isAmount(digits) ? language.cardinal(digits, form) : language.digits(digits);
}

export const isAmount = (digits: string): boolean =>
  digits.length <= mostDigits && (digits === '0' || !digits.startsWith('0'));

/** With what is behind the decimal sign. */
export function sayNumber(language: Language, { whole, fraction }: WrittenNumber, form: NumberForm = 'alone'): string {
  if (fraction === '') return sayWhole(language, whole, form);
  const { word, isNumber } = language.decimal;
  const small = isNumber && fraction.length <= 2 && !fraction.startsWith('0');
  const behind = small
    ? sayWhole(language, fraction)
    : Array.from(fraction, (digit) => language.cardinal(digit, 'alone')).join(' ');
  return `${sayWhole(language, whole)} ${word} ${behind}`;
}

/** So many of something: `one minute`, `two minutes`, `two point five minutes`. */
export function sayCounted(
  language: Language,
  number: WrittenNumber,
  { one, many, form }: { readonly one: string; readonly many: string; readonly form?: NumberForm },
): string {
  if (number.whole === '1' && number.fraction === '') return one;
  return `${sayNumber(language, number, form ?? 'masculine')} ${many}`;
}
