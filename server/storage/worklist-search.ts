import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { digitsOf } from './search-text.ts';

/** What a caller to be called back is found by: names in lower case, the digits of numbers. */
export function searchTextOf({ caller, callBackOn, queue, owner }: WorkItem): string {
  const names = [caller.name, queue?.name, owner?.name].map((name) => (name ?? '').toLowerCase());
  const numbers = [caller.number, callBackOn].map((number) => digitsOf(number ?? ''));
  return [...names, ...numbers].join('\n');
}
