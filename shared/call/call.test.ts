import { describe, expect, it } from 'vitest';
import type { Call } from './call.ts';
import type { CallEvent } from './call-event.ts';
import { agents } from './make-event.testing.ts';
import { transition } from './transition.ts';

const [ada, ben] = agents;

const arrived: CallEvent = {
  type: 'arrived',
  at: 1000,
  id: 'call-1',
  direction: 'inbound',
  caller: { number: '+15550001111', name: 'Jane', withheld: false, divertedFrom: null },
  dialled: '5550100',
  queue: null,
};

/** Follows the events; an illegal one throws. */
function after(...events: readonly CallEvent[]): Call {
  let call: Call | undefined;
  for (const event of [arrived, ...events]) {
    const next = transition(call, event);
    if (!next.ok) throw new Error(`${next.illegal.event} is illegal while ${next.illegal.state}`);
    call = next.call;
  }
  if (call === undefined) throw new Error('no call');
  return call;
}

const answeredByAda: readonly CallEvent[] = [
  { type: 'offered', at: 1100, to: ada },
  { type: 'answered', at: 2000, by: ada },
];

describe('a call', () => {
  it('is not made shorter than nothing by a clock that was set back', () => {
    const call = after(...answeredByAda, { type: 'ended', at: 500, reason: 'callerHungUp' });
    expect(call).toMatchObject({ arrivedAt: 1000, answeredAt: 2000, at: 2000 });
  });

  it('is not muted any more when a colleague has it', () => {
    const parked = after(
      ...answeredByAda,
      { type: 'muted', at: 2100 },
      { type: 'parked', at: 2200, slot: '701', by: ada },
    );
    expect(parked.muted).toBe(false);
    expect(transition(parked, { type: 'retrieved', at: 2300, by: ben })).toMatchObject({
      ok: true,
      call: { state: 'talking', agent: ben, muted: false, answeredAt: 2000 },
    });
  });

  it('stays muted through hold and consultation', () => {
    const call = after(
      ...answeredByAda,
      { type: 'muted', at: 2100 },
      { type: 'heldByUs', at: 2200 },
      { type: 'consultStarted', at: 2300, target: { address: '204', name: 'Workshop' } },
      { type: 'consultCancelled', at: 2400 },
      { type: 'resumed', at: 2500 },
    );
    expect(call).toMatchObject({ state: 'talking', muted: true });
  });

  it('is not let go to somebody who has not answered the consultation', () => {
    const consulting = after(...answeredByAda, {
      type: 'consultStarted',
      at: 2100,
      target: { address: '204', name: 'Workshop' },
    });
    expect(transition(consulting, { type: 'transferCompleted', at: 2200 }).ok).toBe(false);
    const answered = transition(consulting, { type: 'consultAnswered', at: 2200 });
    expect(answered.ok && transition(answered.call, { type: 'transferCompleted', at: 2300 })).toMatchObject({
      ok: true,
      call: { state: 'ended', reason: 'transferred' },
    });
  });

  it('is offered to the others when its console does not come back', () => {
    const lost = after(...answeredByAda, { type: 'legLost', at: 2100 });
    expect(transition(lost, { type: 'offered', at: 2200, to: ben })).toMatchObject({
      ok: true,
      call: { state: 'ringing', offers: [ben], agent: ada },
    });
    const held = after(...answeredByAda, { type: 'heldByUs', at: 2100 });
    expect(transition(held, { type: 'offered', at: 2200, to: ben }).ok).toBe(false);
  });

  it('can stop being recorded while parked, and is not recorded when over', () => {
    const parked = after(
      ...answeredByAda,
      { type: 'recordingStarted', at: 2100 },
      { type: 'parked', at: 2200, slot: '701', by: ada },
    );
    expect(parked.recording).toBe('on');
    expect(transition(parked, { type: 'recordingStopped', at: 2300 })).toMatchObject({ call: { recording: 'off' } });
    expect(transition(parked, { type: 'ended', at: 2300, reason: 'callerHungUp' })).toMatchObject({
      call: { recording: 'off' },
    });
  });
});
