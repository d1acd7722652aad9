import type { Call } from '../../../../shared/call/call.ts';
import { spelledNumber } from '../../../lib/spelled-number.ts';
import { strings } from '../../../lib/strings/strings.ts';

/** Turns a number as the network sent it into what a person reads. */
export type FormatNumber = (number: string) => string;

/** How the caller is called on the screen: by name, else by number, else by what we know. */
export function callerName({ caller }: Pick<Call, 'caller'>, format: FormatNumber): string {
  if (caller.withheld) return strings.calls.withheld;
  return caller.name ?? (caller.number === null ? strings.calls.unknownCaller : format(caller.number));
}

/** The number under the name, unless the number is the name. */
export function callerNumber({ caller }: Pick<Call, 'caller'>, format: FormatNumber): string | null {
  return caller.withheld || caller.name === null || caller.number === null ? null : format(caller.number);
}

/**
 * As it is spoken: a caller's bare number is not read out digit by digit in the middle of a ring. Somebody we call has no
 * other name.
 */
export function spokenCaller({ caller, direction }: Pick<Call, 'caller' | 'direction'>): string {
  const name = caller.withheld ? null : caller.name;
  if (name !== null) return name;
  return direction === 'outbound' && caller.number !== null
    ? spelledNumber(caller.number)
    : strings.calls.unknownNumber;
}

/** What a call is about: the queue it came on, or on whose behalf we call. */
export function queueName({ queue, direction }: Pick<Call, 'queue' | 'direction'>): string {
  return queue?.name ?? (direction === 'outbound' ? strings.calls.outgoing : strings.calls.mainLine);
}
