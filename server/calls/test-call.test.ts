import { beforeEach, describe, expect, it } from 'vitest';
import { openTestReception, type TestReception } from './reception.testing.ts';
import { startTestCall } from './test-call.ts';

const ana = { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' };
let desk: TestReception;

beforeEach(async () => {
  desk = await openTestReception();
  await desk.signIn('ana');
});

/** Starts a test at Ana's desk and answers its leg. */
const begin = async (): Promise<string> => {
  const started = await startTestCall(desk.desk, ana);
  await desk.telephony.settle();
  if (!started.ok) throw new Error(started.error);
  return `test-${started.value.id}`;
};
const taken = async (): Promise<string> => {
  const legId = await begin();
  desk.telephony.consoleAnswers('ana');
  await desk.telephony.settle();
  return legId;
};
const stateOf = (legId: string) => desk.telephony.leg(legId).state;

describe('a test call', () => {
  it('rings the desk with the word to take it at once, beeps, and then plays back what it hears', async () => {
    const legId = await begin();
    const [ringing] = desk.telephony.ringingAt('ana');
    expect(ringing?.request?.headers).toEqual({
      'X-Frontdesk-Call': legId.replace('test-', ''),
      'X-Frontdesk-Answer': 'now',
    });
    desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    const beep = desk.telephony.playing({ legId });
    expect(beep?.media).toEqual([{ kind: 'tone', tone: 'beep' }]);
    expect(desk.telephony.leg(legId).echoes).toBe(false);
    desk.telephony.playbackEnds(beep?.playbackId ?? '');
    await desk.telephony.settle();
    expect(desk.telephony.leg(legId).echoes).toBe(true);
  });

  it('is no call: nothing is stored and nobody is told', async () => {
    await taken();
    expect(await desk.stores.calls.recent({ limit: 5 })).toEqual({ ok: true, value: [] });
    expect(desk.desk.live.all()).toEqual([]);
  });

  it('ends by itself after 20 s, and when the desk hangs up; then there may be another', async () => {
    const legId = await taken();
    await desk.advance(19_999);
    expect(stateOf(legId)).toBe('connected');
    await desk.advance(1);
    expect(stateOf(legId)).toBe('ended');
    const second = await taken();
    desk.telephony.deviceEnds(second);
    await desk.telephony.settle();
    expect(desk.desk.tests.size).toBe(0);
    await taken();
  });

  it('ends when the page goes, and is found no more when the PBX comes back', async () => {
    const legId = await taken();
    await desk.leave('ana');
    expect(stateOf(legId)).toBe('ended');
    await desk.signIn('ana');
    const second = await taken();
    desk.telephony.goDown();
    desk.telephony.comeBack();
    await desk.telephony.settle();
    expect(stateOf(second)).toBe('ended');
    expect(desk.desk.tests.size).toBe(0);
  });

  it('makes room for the next one at the same desk', async () => {
    const first = await taken();
    const second = await taken();
    expect([stateOf(first), stateOf(second)]).toEqual(['ended', 'connected']);
  });
});

describe('a test call and the callers', () => {
  it('ends when a call rings at the desk, which is answered as ever', async () => {
    const legId = await taken();
    await desk.arrive('One');
    expect(stateOf(legId)).toBe('ended');
    desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    expect(await desk.theCall()).toMatchObject({ state: 'talking', agent: { consoleId: 'ana' } });
  });

  it.each(['rings', 'talks', 'waits on hold'])('is refused while a caller %s', async (how) => {
    await desk.arrive('One');
    if (how !== 'rings') desk.telephony.consoleAnswers('ana');
    await desk.telephony.settle();
    if (how === 'waits on hold') await desk.commands.hold((await desk.theCall()).id, ana);
    expect(await startTestCall(desk.desk, ana)).toEqual({ ok: false, error: 'busy' });
  });

  it('does not disturb the other desks', async () => {
    await desk.signIn('mira');
    await desk.arrive('One');
    desk.telephony.consoleAnswers('mira');
    await desk.telephony.settle();
    expect(stateOf(await taken())).toBe('connected');
    expect(await desk.theCall()).toMatchObject({ state: 'talking', agent: { consoleId: 'mira' } });
  });
});

describe('a test call that cannot be', () => {
  it('is refused where no phone is registered', async () => {
    const nobody = { ...ana, consoleId: 'nobody' };
    expect(await startTestCall(desk.desk, nobody)).toEqual({ ok: false, error: 'deskNotReady' });
    desk.telephony.unreachable('ana');
    expect(await startTestCall(desk.desk, ana)).toEqual({ ok: false, error: 'deskNotReady' });
    expect(desk.desk.tests.size).toBe(0);
  });

  it('is refused while the PBX does not answer', async () => {
    desk.telephony.failNext('originate', 'pbxUnavailable');
    expect(await startTestCall(desk.desk, ana)).toEqual({ ok: false, error: 'pbxUnavailable' });
    desk.telephony.goDown();
    expect(await startTestCall(desk.desk, ana)).toEqual({ ok: false, error: 'pbxUnavailable' });
  });

  it.each(['play', 'echo'] as const)('is ended when the PBX refuses to %s', async (command) => {
    desk.telephony.failNext(command, 'refusedByPbx');
    const legId = await taken();
    const beep = desk.telephony.playing({ legId });
    if (beep !== null) desk.telephony.playbackEnds(beep.playbackId);
    await desk.telephony.settle();
    expect(stateOf(legId)).toBe('ended');
  });
});
