import type { Reply } from '../../shared/reply/reply.ts';

/** What a reply is found by: lower case, numbers without what people write between their digits. */
export function searchTextOf({ caller, by, queue, text, result }: Reply): string {
  const words = [caller.name, by.name, queue?.name, text].map((word) => (word ?? '').toLowerCase());
  const numbers = [caller.number, result?.ExtNfo].map((number) => digitsOf(number ?? ''));
  return [...words, ...numbers].join('\n');
}

/** What somebody looks for, in the same way. */
export function wantedText(search: string): string {
  const wanted = search.trim().toLowerCase();
  return /^[\d\s()+/.-]*$/.test(wanted) ? digitsOf(wanted) : wanted;
}

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '');
