/** Whether a number can be one at all (E.164, `+` and digits), by the world's numbering plans: fetched when it is wanted. */
export async function loadIsPossibleNumber(): Promise<(number: string) => boolean> {
  const { isPossiblePhoneNumber } = await import('libphonenumber-js/min');
  return (number) => isPossiblePhoneNumber(number);
}
