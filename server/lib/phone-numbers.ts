import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import { fail, ok } from '../../shared/result.ts';
import type { PhoneNumbers, ReadNumber } from '../ports/phone-numbers.ts';

/** Emergency and service numbers have no more digits in any country; real numbers hardly ever have so few. */
const mostShortDigits = 4;

/** What numbers are written with: figures of any script, and what divides them. */
const written = /^[\p{Nd}\p{Zs}\p{Pd}+＋()./]+$/u;
/** Marks of direction, as they come with numbers copied from an address book. */
const invisible = /\p{Cf}/gu;

/** Numbers by the numbering plans of the world (libphonenumber, with its full metadata: it tells premium numbers). */
export const createPhoneNumbers = (country: CountryCode): PhoneNumbers => ({
  country,
  read: (text) => {
    const shown = text.replaceAll(invisible, '');
    if (!written.test(shown)) return fail('invalidNumber');
    const number = parsePhoneNumberFromString(shown, { defaultCountry: country, extract: false });
    if (number === undefined || number.ext !== undefined) return fail('invalidNumber');
    const kind = kindOf(number);
    return kind === null ? fail('invalidNumber') : ok({ e164: number.number, kind });
  },
});

function kindOf(number: PhoneNumber): ReadNumber['kind'] | null {
  if (!number.isValid()) return number.nationalNumber.length <= mostShortDigits ? 'short' : null;
  return number.getType() === 'PREMIUM_RATE' ? 'premium' : 'ordinary';
}
