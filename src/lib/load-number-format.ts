/** The world's numbering plans, which are large: fetched once somebody is at the console. For E.164 numbers. */
export async function loadNumberFormat(): Promise<(number: string) => string> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  return (number) => parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
