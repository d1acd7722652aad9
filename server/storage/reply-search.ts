import type { Reply } from '../../shared/reply/reply.ts';
import { digitsOf } from './search-text.ts';

/** What a reply is found by: lower case, numbers without what people write between their digits. */
export function searchTextOf({ caller, by, queue, text, result }: Reply): string {
  const words = [caller.name, by.name, queue?.name, text].map((word) => (word ?? '').toLowerCase());
  const numbers = [caller.number, result?.ExtNfo].map((number) => digitsOf(number ?? ''));
  return [...words, ...numbers].join('\n');
}
