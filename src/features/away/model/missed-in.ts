import type { Call } from '../../../../shared/call/call.ts';
import type { Gap } from '../../../ports/server-link.ts';

/** Whose calls they are: without queues, everybody's that are told. */
type Whose = { readonly queueIds: readonly string[] };

/**
 * The calls nobody of us answered and that ended in the gap (the server's clock, ms since the epoch), latest first. What
 * still rings is not missed, and what ended before was on the screen.
 */
export function missedIn(calls: readonly Call[], gaps: readonly Gap[], { queueIds }: Whose): readonly Call[] {
  return calls
    .filter((call) => call.direction === 'inbound' && call.state === 'ended' && call.answeredAt === null)
    .filter((call) => call.state === 'ended' && gaps.some(({ from, to }) => from <= call.at && call.at <= to))
    .filter(({ queue }) => queue === null || queueIds.includes(queue.id))
    .toSorted((a, b) => b.arrivedAt - a.arrivedAt);
}
