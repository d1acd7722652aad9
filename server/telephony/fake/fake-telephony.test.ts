import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TelephonyEvent } from '../../ports/telephony-event.ts';
import type { Originate } from '../../ports/telephony.ts';
import { createFakeTelephony, type FakeTelephony } from './fake-telephony.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

const dialled = '5550100';
const prompt = { kind: 'file', path: '/prompts/busy.wav' } as const;

let clock: VirtualClock;
let fake: FakeTelephony;
let events: TelephonyEvent[];

beforeEach(() => {
  clock = createVirtualClock();
  fake = createFakeTelephony({ clock, playMs: (media) => (media.kind === 'tone' ? 500 : null) });
  events = [];
  fake.subscribe((event) => events.push(event));
});

afterEach(async () => {
  await fake.close();
  expect(clock.pending()).toBe(0);
});

const types = (): readonly string[] => events.map(({ type }) => type);

const ringConsole = (consoleId: string, legId: string): Originate => ({
  legId,
  to: { consoleId },
  from: { number: null, name: null },
  headers: {},
  timeoutSeconds: 20,
  tag: { callId: 'c1', role: 'agent', consoleId },
});

describe('the fake PBX', () => {
  it('delivers events after the code that caused them, and in order', async () => {
    const legId = fake.arrive({ dialled, number: '+15550001', name: 'Jane' });
    fake.callerHangsUp(legId);
    expect(types()).toEqual(['connected']);
    await fake.settle();
    expect(types()).toEqual(['connected', 'legArrived', 'legEnded']);
    expect(fake.leg(legId)).toMatchObject({ state: 'ended', endCause: 'cancelled' });
  });

  it('rings consoles, joins the one that answers with the caller, and knows who hears whom', async () => {
    const caller = fake.arrive({ dialled });
    for (const consoleId of ['c0', 'c1']) fake.registers(consoleId);
    await fake.originate(ringConsole('c0', 'a0'));
    await fake.originate(ringConsole('c1', 'a1'));
    expect(fake.consoleAnswers('c1')).toBe('a1');
    await fake.hangUp('a0', 'answeredElsewhere');
    await fake.answer(caller);
    await fake.createBridge('b');
    await fake.join('b', [caller, 'a1']);
    expect(fake.hears(caller)).toEqual(['a1']);
    await fake.mute('a1', 'in');
    expect(fake.hears(caller)).toEqual([]);
    expect(fake.hears('a1')).toEqual([caller]);
    expect(fake.leg('a0').endCause).toBe('answeredElsewhere');
    expect(types()).toEqual(['connected', 'legArrived', 'legAlerting', 'legAlerting', 'legAnswered', 'legEnded']);
  });

  it('plays in order, each when the one before it has ended', async () => {
    const caller = fake.arrive({ dialled });
    await fake.play({ legId: caller }, 'p1', [prompt]);
    await fake.play({ legId: caller }, 'p2', [{ kind: 'tone', tone: 'beep' }]);
    expect(fake.playing({ legId: caller })?.playbackId).toBe('p1');
    fake.playbackEnds('p1');
    expect(fake.playing({ legId: caller })?.playbackId).toBe('p2');
    clock.advance(500);
    await fake.settle();
    expect(events.filter(({ type }) => type === 'playbackEnded')).toEqual([
      { type: 'playbackEnded', playbackId: 'p1', played: true },
      { type: 'playbackEnded', playbackId: 'p2', played: true },
    ]);
  });

  it('ends a recording at its digit and refuses a second one of that name', async () => {
    const caller = fake.arrive({ dialled });
    await fake.record({ legId: caller }, 'vm', { endOnDigit: '#' });
    fake.press(caller, '1#');
    await fake.settle();
    expect(types().slice(-3)).toEqual(['digit', 'digit', 'recordingEnded']);
    expect(await fake.record({ legId: caller }, 'vm', {})).toEqual({ ok: false, error: 'refusedByPbx' });
  });

  it('lets a ringing leg give up at its time', async () => {
    fake.registers('c0');
    await fake.originate(ringConsole('c0', 'a0'));
    clock.advance(20_000);
    await fake.settle();
    expect(events.at(-1)).toEqual({ type: 'legEnded', legId: 'a0', cause: 'noAnswer' });
  });

  it('loses events while it is down, and tells what is left when it comes back', async () => {
    const gone = fake.arrive({ dialled });
    const stays = fake.arrive({ dialled });
    fake.goDown();
    expect(await fake.answer(stays)).toEqual({ ok: false, error: 'pbxUnavailable' });
    fake.callerHangsUp(gone);
    fake.comeBack();
    await fake.settle();
    expect(types().slice(-2)).toEqual(['disconnected', 'connected']);
    expect(events.at(-1)).toMatchObject({ snapshot: { legs: [{ legId: stays, state: 'alerting', tag: null }] } });
  });

  it('fails the next command when the test says so, once', async () => {
    const caller = fake.arrive({ dialled });
    fake.failNext('answer', 'refusedByPbx');
    expect(await fake.answer(caller)).toEqual({ ok: false, error: 'refusedByPbx' });
    expect(await fake.answer(caller)).toEqual({ ok: true, value: undefined });
  });
});
