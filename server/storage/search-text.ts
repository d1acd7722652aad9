/** The digits of a number, without what people write between them. */
export const digitsOf = (number: string): string => number.replaceAll(/\D/g, '');

/** What somebody looks for: lower case, and only its digits when it is a number. */
export function wantedText(search: string): string {
  const wanted = search.trim().toLowerCase();
  return isNumber(wanted) ? digitsOf(wanted) : wanted;
}

/** Nothing but digits and what people write between them. */
export const isNumber = (text: string): boolean => /^[\d\s()+/.-]*$/.test(text);
