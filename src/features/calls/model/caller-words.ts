import type { Call } from '../../../../shared/call/call.ts';
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

/** As it is spoken: a bare number is not read out digit by digit in the middle of a ring. */
export function spokenCaller({ caller }: Pick<Call, 'caller'>): string {
  return (caller.withheld ? null : caller.name) ?? strings.calls.unknownNumber;
}

export const queueName = ({ queue }: Pick<Call, 'queue'>): string => queue?.name ?? strings.calls.mainLine;
