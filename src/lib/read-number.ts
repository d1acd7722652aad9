/** Why something is no telephone number that can be called. */
export type NumberFault = 'tooShort' | 'tooLong' | 'noCountry' | 'noSuchNumber' | 'emergency';

/** What somebody has written, read as a telephone number; `shown`: as numbers are written there. */
export type NumberReading =
  /** `number`: in E.164, `+` and digits. */
  | { readonly kind: 'number'; readonly number: string; readonly shown: string }
  | { readonly kind: 'fault'; readonly fault: NumberFault; readonly shown: string };

/** `country`: where numbers without a plus are, ISO 3166-1 alpha-2. */
export type ReadNumber = (text: string, country: string) => NumberReading;

/** A number as it comes from a web page, a letter or a business card, down to what is dialled (RFC 3966 included). */
export const withoutTrimmings = (text: string): string =>
  text
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/;.*$/, '');

/** Three digits that every telephone calls for help with; here they would only seem to. */
const emergencies: ReadonlySet<string> = new Set(['112', '911', '999', '000']);
export const isEmergency = (text: string): boolean => emergencies.has(text.replaceAll(/\D/g, ''));

/** Whether it is meant as a telephone number, and not as a name, or as the extension of a colleague. */
export function looksLikeNumber(text: string): boolean {
  const plain = withoutTrimmings(text);
  if (!/^\+?[\d\s().\-/\u2010-\u2015]+$/.test(plain)) return false;
  const digits = plain.replaceAll(/\D/g, '').length;
  return digits >= 4 || (plain.startsWith('+') && digits > 0) || isEmergency(plain);
}
