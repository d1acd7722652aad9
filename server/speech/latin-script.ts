/**
 * Whether every letter is Latin, with whatever marks the languages of Europe put on them: what the voices of our locales
 * can say. Who writes another script would be heard with holes. Signs and digits are of no script.
 */
export const isLatin = (text: string): boolean =>
  !/(?![A-Za-z\u{c0}-\u{17f}])\p{L}/u.test(text.normalize('NFKD').replace(/\p{M}/gu, ''));
