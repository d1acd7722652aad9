import { describe, expect, it } from 'vitest';
import type { Call } from './call.ts';
import { faults } from './faults.testing.ts';
import { agents } from './make-event.testing.ts';

const [ada] = agents;
const base = {
  id: 'call-1',
  direction: 'inbound',
  arrivedAt: 1000,
  caller: { number: null, name: null, withheld: true, divertedFrom: null },
  dialled: '5550100',
  queue: null,
  agent: null,
  answeredAt: null,
  muted: false,
  recording: 'off',
  note: '',
} as const;
const talking: Call = { ...base, state: 'talking', since: 2000, agent: ada, answeredAt: 2000 };

describe('faults', () => {
  it('finds none in a sound call', () => {
    expect(faults(talking)).toEqual([]);
  });

  it.each<{ name: string; call: Call; fault: string }>([
    { name: 'talking to nobody', call: { ...base, state: 'talking', since: 2000 }, fault: 'nobody has it' },
    { name: 'no offers', call: { ...base, state: 'ringing', since: 1, offers: [] }, fault: 'nobody is asked' },
    {
      name: 'the same console twice',
      call: { ...base, state: 'ringing', since: 2000, offers: [ada, ada] },
      fault: 'a console is asked twice',
    },
    { name: 'a mute without a desk', call: { ...base, state: 'queued', since: 2000, muted: true }, fault: 'muted' },
    {
      name: 'a mute of a lost leg',
      call: { ...talking, state: 'held', by: 'legLost', muted: true },
      fault: 'muted without a desk',
    },
    { name: 'answered too early', call: { ...talking, answeredAt: 500 }, fault: 'answered before it arrived' },
    { name: 'answered too late', call: { ...talking, answeredAt: 2500 }, fault: 'answered later' },
    { name: 'answered by nobody', call: { ...talking, agent: null }, fault: 'do not go together' },
    {
      name: 'recorded after the end',
      call: { ...base, state: 'ended', at: 3000, reason: 'weHungUp', agent: ada, answeredAt: 2000, recording: 'on' },
      fault: 'recording goes on',
    },
    {
      name: 'recorded before an answer',
      call: { ...base, state: 'queued', since: 2000, recording: 'paused' },
      fault: 'nobody ever answered',
    },
    { name: 'a state before the arrival', call: { ...base, state: 'queued', since: 999 }, fault: 'before it arrived' },
    {
      name: 'the offers of a call that talks',
      call: Object.assign({ ...talking }, { offers: [ada] }),
      fault: 'with offers of another state',
    },
  ])('finds $name', ({ call, fault }) => {
    expect(faults(call).join('; ')).toContain(fault);
  });
});
