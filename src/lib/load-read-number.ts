import { isEmergency, withoutTrimmings, type NumberFault, type ReadNumber } from './read-number.ts';

type Length = 'INVALID_COUNTRY' | 'NOT_A_NUMBER' | 'TOO_SHORT' | 'TOO_LONG' | 'INVALID_LENGTH';

const faults: Readonly<Record<Length, NumberFault>> = {
  INVALID_COUNTRY: 'noCountry',
  NOT_A_NUMBER: 'tooShort',
  TOO_SHORT: 'tooShort',
  TOO_LONG: 'tooLong',
  INVALID_LENGTH: 'noSuchNumber',
};

/**
 * Reads numbers by the world's numbering plans, which are large: fetched once somebody is at the console. Whether a
 * number may be called is for the server to say; this tells early what cannot be one.
 */
export async function loadReadNumber(): Promise<ReadNumber> {
  const { AsYouType, isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength } =
    await import('libphonenumber-js/min');
  return (text, country) => {
    const plain = withoutTrimmings(text);
    const inCountry = isSupportedCountry(country) ? { defaultCountry: country } : {};
    const typed = new AsYouType(inCountry.defaultCountry).input(plain);
    if (isEmergency(plain)) return { kind: 'fault', fault: 'emergency', shown: plain };
    const fault = (why: NumberFault) => ({ kind: 'fault', fault: why, shown: typed === '' ? plain : typed }) as const;
    const length = validatePhoneNumberLength(plain, inCountry);
    if (length !== undefined) return fault(faults[length]);
    const number = parsePhoneNumberFromString(plain, inCountry);
    if (number?.isValid() !== true) return fault('noSuchNumber');
    return { kind: 'number', number: number.number, shown: number.formatInternational() };
  };
}
