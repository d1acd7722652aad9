import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Farewell, UnreachedFarewell } from './farewell.ts';

type EndedFarewell = Extract<Farewell, { readonly kind: 'ended' }>;

/** How a call ended: of one we placed, without calling anybody a caller. */
export function endWords({ call, reason }: Pick<EndedFarewell, 'call' | 'reason'>): string {
  const { endReasons, endReasonsOutbound } = strings.calls;
  const ours: Readonly<Partial<Record<string, string>>> = endReasonsOutbound;
  return (call.direction === 'outbound' ? ours[reason] : undefined) ?? endReasons[reason];
}

/** What became of a number that did not answer: `Busy`, `No answer after 60 s`. */
export function unreachedWords({ reason, afterMs }: UnreachedFarewell): string {
  return reason === 'noAnswer'
    ? fill(strings.calls.noAnswerAfter, { count: Math.round(afterMs / 1000) })
    : strings.calls.endReasons[reason];
}
