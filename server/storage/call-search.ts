import type { Call } from '../../shared/call/call.ts';
import { digitsOf } from './search-text.ts';

/** What a call is found by: names and the note in lower case, the digits of numbers. In SQL the same: schema/calls.ts. */
export function searchTextOf({ caller, agent, queue, note, dialled }: Call): string {
  const words = [caller.name, agent?.name, queue?.name, note].map((word) => (word ?? '').toLowerCase());
  const numbers = [caller.number, dialled].map((number) => digitsOf(number ?? ''));
  return [...words, ...numbers].join('\n');
}
