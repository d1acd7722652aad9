import type { Call } from '../../shared/call/call.ts';
import { transition } from '../../shared/call/transition.ts';
import type { Person, StreamEvent } from '../../shared/protocol/stream.ts';
import type { Log } from '../ports/log.ts';
import type { CallStore, EventLog } from '../ports/stores.ts';

/**
 * What the stream has said so far, added up: the calls that are going on, as of one sequence number. It is built from
 * the events alone, so that a snapshot taken from it and the events after it fit together without a gap.
 */
export type CallBoard = {
  readonly sequence: () => number;
  readonly calls: () => readonly Call[];
  readonly phoneSystem: () => 'working' | 'down';
  readonly people: () => readonly Person[];
  /** Tells each event after it has been added, with the call before and after where it was about one. */
  readonly subscribe: (listener: (told: Told) => void) => () => void;
  readonly close: () => void;
};

export type Told = { readonly event: StreamEvent; readonly call: Call | null };

export async function openCallBoard(parts: {
  readonly calls: CallStore;
  readonly events: EventLog;
  readonly log: Log;
}): Promise<CallBoard> {
  const live = new Map<string, Call>();
  const listeners = new Set<(told: Told) => void>();
  let sequence = 0;
  let phoneSystem: 'working' | 'down' = 'down';
  const people = new Map<string, Person>();

  const add = (event: StreamEvent): void => {
    if (event.sequence <= sequence) return;
    sequence = event.sequence;
    if (event.body.kind === 'phoneSystem') phoneSystem = event.body.state;
    if (event.body.kind === 'person') people.set(event.body.person.id, event.body.person);
    if (event.body.kind === 'personGone') people.delete(event.body.personId);
    const call = event.body.kind === 'call' ? addToCall(parts.log, live, event.body) : null;
    for (const listener of listeners) listener({ event, call });
  };
  const waiting: StreamEvent[] = [];
  let begun = false;
  const stop = parts.events.subscribe((event) => (begun ? add(event) : void waiting.push(event)));

  const [head, stored] = await Promise.all([parts.events.head(), parts.calls.live()]);
  if (head.ok) sequence = head.value;
  if (stored.ok) for (const { call } of stored.value) live.set(call.id, call);
  begun = true;
  for (const event of waiting) add(event);

  return {
    sequence: () => sequence,
    calls: () => [...live.values()],
    phoneSystem: () => phoneSystem,
    people: () => [...people.values()],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: stop,
  };
}

type CallBody = Extract<StreamEvent['body'], { readonly kind: 'call' }>;

function addToCall(log: Log, live: Map<string, Call>, { callId, event }: CallBody): Call | null {
  const before = live.get(callId);
  // The last words of a note: the call is over, and nobody has it before them any more.
  if (before === undefined && event.type === 'noted') return null;
  const moved = transition(before, event);
  if (!moved.ok) {
    log.warn({ callId, ...moved.illegal }, 'the stream said something of a call that the board cannot follow');
    return before ?? null;
  }
  if (moved.call.state === 'ended') live.delete(callId);
  else live.set(callId, moved.call);
  return moved.call;
}
