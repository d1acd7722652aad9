import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from './call.ts';
import type { CallEventType } from './call-event.ts';
import { callArbitrary, disturbedEventsArbitrary, storyArbitrary } from './arbitrary-call.testing.ts';
import { callEventTypes, callStates } from './every.ts';
import { explore } from './explore.testing.ts';
import { faults } from './faults.testing.ts';
import { drawArbitrary, eventArbitrary, makeEvent } from './make-event.testing.ts';
import { moves } from './moves.ts';
import { transition } from './transition.ts';

type Row = { readonly [Type in CallEventType]?: { readonly to: readonly string[] } };

const runs = { numRuns: 500 };

describe('the table of moves', () => {
  it('has a row for every state, and no event of another name', () => {
    expect(Object.keys(moves).sort()).toEqual([...callStates].sort());
    const known: ReadonlySet<string> = new Set(callEventTypes);
    expect(Object.values(moves).flatMap((row) => Object.keys(row).filter((type) => !known.has(type)))).toEqual([]);
  });

  it('is wholly reachable, and nowhere impossible: every call that any order of events can make was looked at', () => {
    const { calls, moves: met } = explore();
    const promised = new Set(
      callStates.flatMap((from) => {
        const row: Row = moves[from];
        return callEventTypes.flatMap((type) => (row[type]?.to ?? []).map((to) => `${from} ${type} ${to}`));
      }),
    );
    expect(met).toEqual(promised);
    expect(calls.flatMap(faults)).toEqual([]);
    expect(new Set(calls.map((call) => call.state))).toEqual(new Set(callStates));
  });

  it('leads only where it says it leads', () => {
    fc.assert(
      fc.property(callArbitrary, eventArbitrary, (call, event) => {
        const next = transition(call, event);
        const row: Row = moves[call.state];
        if (next.ok) expect(row[event.type]?.to).toContain(next.call.state);
        else expect(next.illegal).toEqual({ state: call.state, event: event.type });
      }),
      { numRuns: 2000 },
    );
  });

  it('gives every live state a way to end, for any reason', () => {
    fc.assert(
      fc.property(callArbitrary, drawArbitrary, (call, draw) => {
        fc.pre(call.state !== 'ended');
        const next = transition(call, makeEvent('ended', draw, 2_000_000));
        expect(next).toMatchObject({ ok: true, call: { state: 'ended', reason: draw.reason } });
      }),
      runs,
    );
  });

  it('lets nothing leave the end, and nothing change there but the note', () => {
    fc.assert(
      fc.property(callArbitrary, drawArbitrary, eventArbitrary, (call, draw, event) => {
        const last = transition(call, makeEvent('ended', draw, 2_000_000));
        const ended = last.ok ? last.call : call;
        expect(transition(ended, event)).toEqual(
          event.type === 'noted'
            ? { ok: true, call: { ...ended, note: event.note } }
            : { ok: false, illegal: { state: 'ended', event: event.type } },
        );
      }),
      runs,
    );
  });
});

describe('transition', () => {
  it('begins a call with arrived or placed, and with nothing else', () => {
    fc.assert(
      fc.property(eventArbitrary, (event) => {
        const next = transition(undefined, event);
        if (event.type === 'arrived') expect(next).toMatchObject({ ok: true, call: { state: 'queued', id: event.id } });
        else if (event.type === 'placed')
          expect(next).toMatchObject({ ok: true, call: { state: 'dialling', agent: event.by } });
        else expect(next).toEqual({ ok: false, illegal: { state: 'none', event: event.type } });
      }),
      runs,
    );
  });

  it('never makes an impossible call of a legal story', () => {
    fc.assert(
      fc.property(storyArbitrary, ({ calls }) => {
        expect(calls.flatMap(faults)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes an impossible call of lost, doubled and late events', () => {
    fc.assert(
      fc.property(disturbedEventsArbitrary, (events) => {
        let call: Call | undefined;
        for (const event of events) {
          const next = transition(call, event);
          if (next.ok) ({ call } = next);
          if (call !== undefined) expect(faults(call)).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes an impossible call of events in no order at all', () => {
    fc.assert(
      fc.property(callArbitrary, fc.array(eventArbitrary, { maxLength: 30 }), (start, events) => {
        let call = start;
        for (const event of events) {
          const next = transition(call, event);
          if (next.ok) ({ call } = next);
          expect(faults(call)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing when the same event comes twice', () => {
    fc.assert(
      fc.property(callArbitrary, eventArbitrary, (call, event) => {
        const once = transition(call, event);
        fc.pre(once.ok);
        const twice = transition(once.call, event);
        expect(twice.ok ? twice.call : once.call).toEqual(once.call);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves its arguments as they were', () => {
    fc.assert(
      fc.property(callArbitrary, eventArbitrary, (call, event) => {
        const [callBefore, eventBefore] = [structuredClone(call), structuredClone(event)];
        transition(call, event);
        expect([call, event]).toEqual([callBefore, eventBefore]);
      }),
      runs,
    );
  });

  it('keeps who called, when and where, whatever happens', () => {
    fc.assert(
      fc.property(callArbitrary, eventArbitrary, (call, event) => {
        const next = transition(call, event);
        fc.pre(next.ok);
        const { id, direction, arrivedAt, caller, dialled, queue } = call;
        expect(next.call).toMatchObject({ id, direction, arrivedAt, caller, dialled, queue });
      }),
      runs,
    );
  });
});
