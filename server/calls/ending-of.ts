/** How a number is named in the log. */
export const endingOf = (number: string): string => `…${number.slice(-3)}`;
