import * as fc from 'fast-check';
import type { Call } from './call.ts';
import type { CallEvent, CallEventType } from './call-event.ts';
import { callEventTypes } from './every.ts';
import { makeEvent, drawArbitrary, type Draw } from './make-event.testing.ts';
import { transition } from './transition.ts';

/** A call's life by the table: every event was legal when it came, and `calls[i]` is what it became by `events[i]`. */
export type Story = { readonly events: readonly CallEvent[]; readonly calls: readonly Call[] };

/** The first legal event at or after the drawn place in the list of all; undefined when there is none. */
function legalEvent(call: Call, draw: Draw, at: number): { event: CallEvent; call: Call } | undefined {
  for (let offset = 0; offset < callEventTypes.length; offset += 1) {
    const type: CallEventType = callEventTypes[(draw.pick + offset) % callEventTypes.length] ?? 'ended';
    const event = makeEvent(type, draw, at);
    const next = transition(call, event);
    if (next.ok) return { event, call: next.call };
  }
  return undefined;
}

function tell(opening: Draw, draws: readonly Draw[]): Story {
  const first = makeEvent(opening.pick % 3 === 0 ? 'placed' : 'arrived', opening, 1_000_000);
  const begun = transition(undefined, first);
  if (!begun.ok) throw new Error(`a call does not begin with ${first.type}`);
  const events: CallEvent[] = [first];
  const calls: Call[] = [begun.call];
  let call = begun.call;
  let at = first.at;
  for (const draw of draws) {
    at += draw.later;
    const step = legalEvent(call, draw, at);
    if (step === undefined) break;
    call = step.call;
    events.push(step.event);
    calls.push(step.call);
  }
  return { events, calls };
}

export const storyArbitrary: fc.Arbitrary<Story> = fc
  .tuple(drawArbitrary, fc.array(drawArbitrary, { maxLength: 40 }))
  .map(([opening, draws]) => tell(opening, draws));

/** A call in any state the table leads to. */
export const callArbitrary: fc.Arbitrary<Call> = storyArbitrary.map(({ calls }) => {
  const last = calls.at(-1);
  if (last === undefined) throw new Error('a story without a call');
  return last;
});

type Disturbance = { readonly kind: 'lost' | 'duplicate' | 'late'; readonly index: number; readonly by: number };

const disturbanceArbitrary: fc.Arbitrary<Disturbance> = fc.record({
  kind: fc.constantFrom('lost', 'duplicate', 'late'),
  index: fc.nat({ max: 60 }),
  by: fc.integer({ min: 1, max: 8 }),
});

function disturb(events: readonly CallEvent[], { kind, index, by }: Disturbance): readonly CallEvent[] {
  const event = events[index];
  if (event === undefined) return events;
  const others = events.toSpliced(index, 1);
  if (kind === 'lost') return others;
  return (kind === 'late' ? others : events).toSpliced(index + by, 0, event);
}

/** The events of a legal story with some lost, some doubled and some late. */
export const disturbedEventsArbitrary: fc.Arbitrary<readonly CallEvent[]> = fc
  .tuple(storyArbitrary, fc.array(disturbanceArbitrary, { maxLength: 12 }))
  .map(([story, disturbances]) => disturbances.reduce(disturb, story.events));
