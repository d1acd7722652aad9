import { beforeEach, describe, expect, it } from 'vitest';
import { number, openPlaceRig, type PlaceRig } from './place-rig.testing.ts';

let rig: PlaceRig;
beforeEach(async () => {
  rig = await openPlaceRig();
});

describe('a call that is placed', () => {
  it('takes the desk in first, which is to answer by itself, and only then calls the number', async () => {
    const placed = await rig.place('(650) 555-0171');
    expect(placed).toEqual({ ok: true, value: { id: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    expect(await rig.placed()).toMatchObject({
      state: 'dialling',
      progress: 'desk',
      dialled: number,
      caller: { number, name: null, withheld: false },
      agent: rig.ana,
      queue: null,
      answeredAt: null,
    });
    const [deskLeg] = rig.telephony.ringingAt('ana');
    expect(deskLeg?.request).toMatchObject({
      headers: { 'X-Frontdesk-Call': placed.ok ? placed.value.id : '', 'X-Frontdesk-Answer': 'now' },
      from: { number, name: null },
      timeoutSeconds: 10,
    });
    expect(rig.telephony.dialling(number)).toEqual([]);
    await rig.deskTakes();
    expect(rig.trunkLeg().request).toMatchObject({ timeoutSeconds: 60, headers: {}, tag: { role: 'caller' } });
  });

  it('is heard ringing at the desk, and then by both', async () => {
    await rig.place();
    const deskLegId = await rig.deskTakes();
    expect(await rig.placed()).toMatchObject({ state: 'dialling', progress: 'alerting' });
    expect(rig.telephony.playing({ legId: deskLegId })?.media).toEqual([{ kind: 'tone', tone: 'ringing' }]);
    const trunkLegId = await rig.numberAnswers();
    expect(rig.telephony.playing({ legId: deskLegId })).toBeNull();
    expect(rig.telephony.hears(deskLegId)).toEqual([trunkLegId]);
    expect(rig.telephony.hears(trunkLegId)).toEqual([deskLegId]);
    const call = await rig.placed();
    expect(call).toMatchObject({ state: 'talking', agent: rig.ana, answeredAt: rig.clock.now() });
    expect(await rig.storyOf(call.id)).toEqual(['placed', 'dialled', 'alerted', 'answered']);
    expect(rig.counted).toEqual(['callPlaced', 'placedCallAnswered']);
  });

  it('ends by itself after four hours, whatever becomes of the server', async () => {
    const { trunkLegId } = await rig.talk();
    await rig.advance(4 * 3600 * 1000);
    expect(rig.telephony.leg(trunkLegId).state).toBe('ended');
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'callerHungUp' });
  });

  it('does everything that a call does that came in', async () => {
    const { callId, trunkLegId, deskLegId } = await rig.talk();
    const { commands, telephony, ana } = rig;
    expect(await commands.hold(callId, ana)).toMatchObject({ ok: true });
    expect([telephony.leg(trunkLegId).music, telephony.hears(deskLegId)]).toEqual(['default', []]);
    expect(await commands.resume(callId, ana)).toMatchObject({ ok: true });
    expect(telephony.hears(deskLegId)).toEqual([trunkLegId]);
    expect(await commands.mute(callId, ana)).toMatchObject({ ok: true });
    expect(await commands.note(callId, 'they call back', ana)).toMatchObject({ ok: true });
    telephony.holds(trunkLegId);
    await telephony.settle();
    expect(await rig.placed()).toMatchObject({ state: 'held', by: 'them', muted: true, note: 'they call back' });
    telephony.resumes(trunkLegId);
    await telephony.settle();
    expect(await commands.hangUp(callId, ana)).toMatchObject({ ok: true });
    await telephony.settle();
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'weHungUp' });
    expect([telephony.leg(trunkLegId).state, telephony.leg(deskLegId).state]).toEqual(['ended', 'ended']);
    expect([telephony.bridgeIds(), rig.desk.live.all()]).toEqual([[], []]);
  });

  it('waits with music for a desk that was reloaded, and is rejoined', async () => {
    const { callId, trunkLegId } = await rig.talk();
    await rig.signIn('ana', 'another-page');
    expect(await rig.placed()).toMatchObject({ state: 'held', by: 'legLost' });
    expect(rig.telephony.leg(trunkLegId).music).toBe('default');
    expect(await rig.commands.rejoin(callId, rig.ana)).toMatchObject({ ok: true });
    const deskLegId = await rig.deskTakes();
    expect(rig.telephony.hears(trunkLegId)).toEqual([deskLegId]);
    expect(await rig.placed()).toMatchObject({ state: 'talking', agent: rig.ana });
  });
});

describe('what those who are called see', () => {
  const shown = async (): Promise<unknown> => {
    await rig.place();
    await rig.deskTakes();
    return rig.trunkLeg().request?.from;
  };

  it('is our first number that leads somewhere', async () => {
    await rig.stores.directory.saveNumber('0000', null);
    expect(await shown()).toEqual({ number: '5550100', name: null });
  });

  it('is the one that was set', async () => {
    rig = await openPlaceRig({ from: '+15550199' });
    expect(await shown()).toEqual({ number: '+15550199', name: null });
  });
});

describe('the desk of whoever calls', () => {
  it('is rung by nobody meanwhile, and what rang there goes on elsewhere', async () => {
    await rig.arrive('Waiting');
    expect(rig.telephony.ringingAt('ana')).toHaveLength(1);
    await rig.place();
    expect(rig.telephony.ringingAt('ana').map(({ headers }) => headers)).toEqual([
      expect.objectContaining({ 'X-Frontdesk-Answer': 'now' }),
    ]);
    expect(rig.telephony.ringingAt('mira')).toHaveLength(1);
    await rig.arrive('Another');
    expect(rig.telephony.ringingAt('ana')).toHaveLength(1);
    await rig.deskTakes();
    const { legId } = rig.trunkLeg();
    rig.telephony.targetRejects(legId, 'busy');
    await rig.telephony.settle();
    expect(rig.telephony.ringingAt('ana')).toHaveLength(2);
  });

  it('holds what it talks on', async () => {
    const caller = await rig.arrive('First');
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    const inbound = await rig.theCall();
    await rig.place();
    expect(rig.telephony.leg(caller).music).toBe('default');
    const deskLegId = await rig.deskTakes();
    const trunkLegId = await rig.numberAnswers();
    expect(rig.telephony.hears(deskLegId)).toEqual([trunkLegId]);
    expect(await rig.commands.resume(inbound.id, rig.ana)).toMatchObject({ ok: true });
    expect(await rig.placed()).toMatchObject({ state: 'held', by: 'us' });
  });

  it('holds what it answers in the moment in which it calls', async () => {
    // The answer takes its time to be stored, so that nothing is on yet when the call is placed.
    let release = (): void => {};
    const slow = new Promise<void>((resolve) => void (release = resolve));
    rig = await openPlaceRig({}, (calls) => ({
      ...calls,
      append: async (...what) => {
        if (what[1].type === 'answered' && what[0].call.direction === 'inbound') await slow;
        return calls.append(...what);
      },
    }));
    const caller = await rig.arrive('In the same moment');
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    await rig.place();
    release();
    await rig.telephony.settle();
    const deskLegId = await rig.deskTakes();
    expect(rig.telephony.leg(caller).music).toBe('default');
    expect(rig.telephony.hears(await rig.numberAnswers())).toEqual([deskLegId]);
  });

  it('gives up the number when it takes a caller instead', async () => {
    await rig.place();
    await rig.deskTakes();
    const { legId } = rig.trunkLeg();
    await rig.arrive('More important');
    const inbound = await rig.theCall();
    expect(await rig.commands.answer(inbound.id, rig.ana)).toMatchObject({ ok: true });
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'weHungUp' });
    expect(rig.telephony.leg(legId).endCause).toBe('cancelled');
    await rig.deskTakes();
    expect(await rig.theCall()).toMatchObject({ id: inbound.id, state: 'talking', agent: rig.ana });
  });
});
