import type { Agent, Call } from '../../../../shared/call/call.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';

/** Shorter ones are extensions, and end like many a number. */
const fewestDigits = 7;

/** Who of us is just calling this caller, or talks to them in a call that went out; null: nobody. */
export function callingNow(item: Pick<WorkItem, 'callBackOn' | 'caller'>, calls: readonly Call[]): Agent | null {
  const numbers = [item.callBackOn, item.caller.number].filter((number) => number !== null);
  const call = calls.find(
    ({ direction, state, dialled, caller }) =>
      direction === 'outbound' &&
      state !== 'ended' &&
      numbers.some((number) => isSame(number, dialled) || isSame(number, caller.number ?? '')),
  );
  return call?.agent ?? null;
}

/** Whether two ways to write a number lead to the same telephone: one may lack the country, or have the zero instead. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= fewestDigits && long.endsWith(short);
}

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '').replace(/^0+/, '');
