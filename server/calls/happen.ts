import type { Call } from '../../shared/call/call.ts';
import type { CallEvent } from '../../shared/call/call-event.ts';
import { transition } from '../../shared/call/transition.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';

/** How long a call waits for the database before it goes on unstored: a caller must not be held up by a disk. */
const patienceMs = [50, 200, 1000, 3000];

export type Happened = { readonly legal: boolean };

/** `Omit` that keeps the union: the event without its stamp. */
export type Unstamped = CallEvent extends infer Event ? (Event extends CallEvent ? Omit<Event, 'at'> : never) : never;

/**
 * Something happened to a call: the machine judges it, the store keeps it, and with that it is said to everybody
 * (the stream is what the store appended). Several at once are stored and said together, or not at all. What the machine
 * does not allow changes nothing and is logged.
 */
export async function happen(
  desk: Desk,
  live: LiveCall,
  ...unstamped: readonly [Unstamped, ...Unstamped[]]
): Promise<Happened> {
  const now = desk.clock.now();
  const [first, ...others] = unstamped;
  const events: Events = [stamp(first, now), ...others.map((event) => stamp(event, now))];
  let call = live.stored.version === 0 ? undefined : live.stored.call;
  for (const event of events) {
    const moved = transition(call, event);
    if (!moved.ok) {
      desk.counters.count('illegalMove');
      desk.log.warn({ callId: live.id, ...moved.illegal }, 'a move the call does not allow was ignored');
      return { legal: false };
    }
    ({ call } = moved);
  }
  if (call !== undefined) await keep(desk, live, call, events);
  return { legal: true };
}

type Events = readonly [CallEvent, ...CallEvent[]];

const stamp = (event: Unstamped, at: number): CallEvent => ({ ...event, at });

async function keep(desk: Desk, live: LiveCall, call: Call, events: Events): Promise<void> {
  const next = { call, version: live.stored.version + events.length };
  for (const pauseMs of [...patienceMs, null]) {
    const stored = await desk.calls.append(next, ...events);
    if (stored.ok) {
      live.stored = next;
      return;
    }
    if (stored.error === 'conflict') throw new Error(`call ${live.id} was decided by two servers at once`);
    if (pauseMs === null) break;
    await pause(desk, pauseMs);
  }
  // The call goes on: what it became is stored with its next event; this one is missing from its story, and we say so.
  live.stored = { call, version: live.stored.version };
  desk.counters.count('notStored');
  const types = events.map(({ type }) => type);
  desk.log.error({ callId: live.id, events: types }, 'what happened to a call could not be stored');
}

const pause = (desk: Desk, ms: number): Promise<void> =>
  new Promise((resolve) => {
    desk.clock.after(ms, resolve);
  });
