import type { CallEvent } from '../../shared/call/call-event.ts';
import { transition } from '../../shared/call/transition.ts';
import type { Unstored } from './backlog.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';
import { storeLater } from './store-later.ts';

export type Happened = { readonly legal: boolean };

/** `Omit` that keeps the union: the event without its stamp. */
export type Unstamped = CallEvent extends infer Event ? (Event extends CallEvent ? Omit<Event, 'at'> : never) : never;

/**
 * Something happened to a call: the machine judges it, the store keeps it, and with that it is said to everybody
 * (the stream is what the store appended). Several at once are stored and said together, or not at all. What the machine
 * does not allow changes nothing and is logged. A database that does not answer is not waited for: nobody's call must be
 * held up by a disk, and what it did not take is stored, and said, later and in order.
 */
export async function happen(
  desk: Desk,
  live: LiveCall,
  ...unstamped: readonly [Unstamped, ...Unstamped[]]
): Promise<Happened> {
  const now = desk.clock.now();
  const [first, ...others] = unstamped;
  const events: Unstored['events'] = [stamp(first, now), ...others.map((event) => stamp(event, now))];
  let call = live.stored.version === 0 && live.backlog === null ? undefined : live.stored.call;
  for (const event of events) {
    const moved = transition(call, event);
    if (!moved.ok) {
      desk.counters.count('illegalMove');
      desk.log.warn({ callId: live.id, ...moved.illegal }, 'a move the call does not allow was ignored');
      return { legal: false };
    }
    ({ call } = moved);
  }
  if (call !== undefined) await keep(desk, live, { call, events });
  return { legal: true };
}

const stamp = (event: Unstamped, at: number): CallEvent => ({ ...event, at });

async function keep(desk: Desk, live: LiveCall, happened: Unstored): Promise<void> {
  if (live.backlog !== null) return storeLater(desk, live, happened);
  const { call, events } = happened;
  const next = { call, version: live.stored.version + events.length };
  const stored = await desk.calls.append(next, ...events);
  if (stored.ok) live.stored = next;
  else if (stored.error === 'databaseUnavailable') storeLater(desk, live, happened);
  else throw new Error(`call ${live.id} was decided by two servers at once`);
}
