import type { Currency, Language } from '../language.ts';
import { begins, ends, number, sayAll } from '../patterns.ts';
import { readNumber, sayCounted, type WrittenNumber } from '../spoken-number.ts';

/** `$12.50`, `12,50 €`, `£3`, `3 EUR`. Two digits behind the last sign are cents, in whatever language. */
export function sayMoney(text: string, language: Language): string {
  return language.currencies.reduce((before, currency) => {
    const say = ({ groups: { amount = '' } }: { readonly groups: Readonly<Record<string, string>> }) =>
      sayAmount(language, currency, readAmount(amount));
    const amount = `(?<amount>${number})`;
    const said = sayAll(before, String.raw`(?<![\p{L}\p{N}])(?:${currency.signs})\s?${amount}${ends}`, say, {
      flags: 'gu',
    });
    return sayAll(said, String.raw`${begins}${amount}\s?(?:${currency.signs})(?!\p{L})`, say, { flags: 'gu' });
  }, text);
}

const readAmount = (written: string): WrittenNumber => readNumber(written, /,\d{1,2}$/u.test(written) ? ',' : '.');

function sayAmount(language: Language, currency: Currency, amount: WrittenNumber): string {
  const { whole, fraction } = amount;
  if (fraction.length === 0 || fraction.length > 2) return sayCounted(language, amount, currency);
  const cents = `${Number(fraction.padEnd(2, '0'))}`;
  if (cents === '0') return sayCounted(language, { whole, fraction: '' }, currency);
  const inCents = sayCounted(language, { whole: cents, fraction: '' }, currency.cent);
  if (/^0+$/u.test(whole)) return inCents;
  const units = sayCounted(language, { whole, fraction: '' }, currency);
  const bare = language.cardinal(cents, 'alone');
  return `${units}${language.moneyJoint}${language.saysCents || cents === '1' ? inCents : bare}`;
}
