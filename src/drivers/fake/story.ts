import type { Agent, Call, Caller, QueueRef } from '../../../shared/call/call.ts';
import type { CallEvent } from '../../../shared/call/call-event.ts';
import { transition } from '../../../shared/call/transition.ts';

/** The people of the examples. */
export const people = {
  mira: { userId: 'user-mira', name: 'Mira Petrović', consoleId: 'console-mira' },
  ana: { userId: 'user-ana', name: 'Ana Lindqvist', consoleId: 'console-ana' },
} as const satisfies Record<string, Agent>;

export const queues = {
  main: { id: 'main', name: 'Main number' },
  service: { id: 'service', name: 'Service' },
  sales: { id: 'sales', name: 'Sales' },
} as const;

type Beginning = {
  readonly id: string;
  readonly at: number;
  readonly caller?: Partial<Caller>;
  readonly queue?: QueueRef | null;
  /** Who placed it; without, the call came in. */
  readonly placedBy?: Agent;
};

/** What happens to a call after it has arrived; `after`: milliseconds since its arrival. */
export type Happening = Unstamped<CallEvent> & { readonly after: number };
/** An event whose time is still to be said. */
export type Unstamped<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** The events of a call: how it began, and what happened to it. */
export function eventsOf(beginning: Beginning, happenings: readonly Happening[]): readonly CallEvent[] {
  const { at } = beginning;
  return [
    beginningOf(beginning),
    ...happenings.map(({ after, ...event }): CallEvent => ({ ...event, at: at + after })),
  ];
}

/** A call comes in on the main number unless somebody says on which, or on none (`null`). */
function beginningOf({ id, at, queue, placedBy, ...more }: Beginning): CallEvent {
  const caller: Caller = { number: null, name: null, withheld: false, divertedFrom: null, ...more.caller };
  if (placedBy !== undefined) {
    return { type: 'placed', at, id, by: placedBy, caller, dialled: caller.number ?? '', queue: queue ?? null };
  }
  const ofQueue = queue === undefined ? queues.main : queue;
  return { type: 'arrived', at, id, direction: 'inbound', caller, dialled: '5550100', queue: ofQueue };
}

/** The call that comes of a story. A story the call machine does not allow is a mistake in the story. */
export function tell(beginning: Beginning, ...happenings: readonly Happening[]): Call {
  let call: Call | undefined;
  for (const event of eventsOf(beginning, happenings)) {
    const moved = transition(call, event);
    if (!moved.ok) throw new Error(`${event.type} cannot happen to a call that is ${moved.illegal.state}`);
    call = moved.call;
  }
  if (call === undefined) throw new Error('a story without events');
  return call;
}
