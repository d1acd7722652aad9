import type { Call } from './call.ts';
import type { CallEvent } from './call-event.ts';
import { callEventTypes } from './every.ts';
import { agents, makeEvent, type Draw } from './make-event.testing.ts';
import { transition } from './transition.ts';

const steps = ['listening', 'choosing', 'hearingGoodbye'] as const;
const opening: Draw = {
  pick: 0,
  later: 0,
  agent: agents[0],
  target: { address: '204', name: 'Workshop' },
  step: 'listening',
  why: 'timedOut',
  reason: 'callerHungUp',
  note: '',
};

/** Every event there is, with two consoles and three steps to choose from: enough for every move of the table. */
const events: readonly CallEvent[] = callEventTypes.flatMap((type) =>
  agents.slice(0, 2).flatMap((agent) => steps.map((step) => makeEvent(type, { ...opening, agent, step }, 2000))),
);

/** Two calls that differ in nothing but times are the same place. */
const placeOf = (call: Call): string =>
  JSON.stringify(call, (key, value: unknown) => (key === 'since' || key === 'stepSince' ? 0 : value));

export type Explored = { readonly calls: readonly Call[]; readonly moves: ReadonlySet<string> };

/** All calls that any order of any events leads to, and every `state event state` met on the way. */
export function explore(): Explored {
  const calls: Call[] = (['arrived', 'placed'] as const).map((type) => {
    const first = transition(undefined, makeEvent(type, opening, 1000));
    if (!first.ok) throw new Error(`a call does not begin with ${type}`);
    return first.call;
  });
  const known = new Set(calls.map(placeOf));
  const moves = new Set<string>();
  for (const call of calls) {
    for (const event of events) {
      const next = transition(call, event);
      if (!next.ok) continue;
      moves.add(`${call.state} ${event.type} ${next.call.state}`);
      const place = placeOf(next.call);
      if (known.has(place)) continue;
      known.add(place);
      if (known.size > 5_000) throw new Error(`no end of different calls, such as ${place}`);
      calls.push(next.call);
    }
  }
  return { calls, moves };
}
