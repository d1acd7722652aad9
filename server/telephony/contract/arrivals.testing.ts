import { expect, it } from 'vitest';
import type { RejectCause } from '../../ports/telephony.ts';
import { type Bench, done, failed } from './bench.testing.ts';

const statusOf: Readonly<Record<RejectCause, number>> = {
  busy: 486,
  unavailable: 480,
  declined: 603,
  forbidden: 403,
  unknownNumber: 404,
  congestion: 503,
};

/** Callers from the trunk: who they are, and what becomes of them. */
export function arrivalContract(bench: () => Bench): void {
  it('reports a caller with what they dialled and who they are', async () => {
    const { leg } = await bench().arrive({ dialled: '5550100', number: '+15550001111', name: 'Jane "JC" Zoë' });
    expect(leg).toMatchObject({
      dialled: '5550100',
      caller: { number: '+15550001111', name: 'Jane "JC" Zoë', withheld: false },
      divertedFrom: null,
    });
    expect(leg.sipCallId).not.toBe('');
  });

  it('prefers the identity the network asserts to the one the caller gives', async () => {
    const { leg } = await bench().arrive({
      number: '+15550001111',
      assertedIdentity: { number: '+15557770000', name: 'Real' },
    });
    expect(leg.caller).toEqual({ number: '+15557770000', name: 'Real', withheld: false });
  });

  it('shows nothing of a caller who withholds the number, whatever the network knows', async () => {
    const { leg } = await bench().arrive({ number: '+15550001111', name: 'Jane', withheld: true });
    expect(leg.caller).toEqual({ number: null, name: null, withheld: true });
  });

  it('tells who sent the call on', async () => {
    const { leg } = await bench().arrive({ divertedFrom: '+15558880000' });
    expect(leg.divertedFrom).toBe('+15558880000');
  });

  it('reads a header of the INVITE, and knows when there is none', async () => {
    const { telephony } = bench().rig;
    const { legId } = await bench().arrive({ headers: { 'X-Ticket': 'abc;def="1,2"' } });
    expect(await telephony.readHeader(legId, 'x-ticket')).toEqual({ ok: true, value: 'abc;def="1,2"' });
    expect(await telephony.readHeader(legId, 'X-Other')).toEqual({ ok: true, value: null });
    expect(await telephony.readHeader(legId, 'no header)')).toEqual({ ok: true, value: null });
  });

  it('rings, opens early media and answers', async () => {
    const { telephony } = bench().rig;
    const { caller, legId } = await bench().arrive();
    expect(await telephony.ring(legId)).toEqual(done);
    await bench().eventually(() => caller.statuses().includes(180));
    expect(await telephony.startEarlyMedia(legId)).toEqual(done);
    await bench().eventually(() => caller.statuses().includes(183));
    expect(await telephony.answer(legId)).toEqual(done);
    await bench().eventually(() => caller.statuses().includes(200));
  });

  it.each(Object.entries(statusOf))('refuses a caller: %s is SIP %i', async (cause, status) => {
    const { caller, legId } = await bench().arrive();
    expect(await bench().rig.telephony.reject(legId, causeNamed(cause))).toEqual(done);
    await bench().eventually(() => caller.statuses().at(-1) === status);
    await bench().events.next('legEnded', { legId, cause: 'declined' });
  });

  it('reports a caller who gives up, once, and after their arrival', async () => {
    const { caller, legId } = await bench().arrive();
    caller.hangUp();
    await bench().events.next('legEnded', { legId, cause: 'cancelled' });
    expect(bench().events.of(legId)).toEqual(['legArrived', 'legEnded']);
  });

  it('keeps the order of a caller who gives up at once', async () => {
    const dialled = '5559999';
    const caller = await bench().rig.dial({ dialled });
    caller.hangUp();
    await bench().eventually(() => caller.ended());
    // Whether the PBX was quick enough to see the call at all is its own affair; if it was, the order is this.
    const arrival = bench()
      .events.all()
      .find((event) => event.type === 'legArrived' && event.leg.dialled === dialled);
    if (arrival?.type !== 'legArrived') return;
    await bench().events.next('legEnded', { legId: arrival.leg.legId, cause: 'cancelled' });
    expect(bench().events.of(arrival.leg.legId)).toEqual(['legArrived', 'legEnded']);
  });

  it('reports who hung up an answered call as a hang-up, from either side', async () => {
    const theirs = await bench().arriveAnswered();
    theirs.caller.hangUp();
    await bench().events.next('legEnded', { legId: theirs.legId, cause: 'hungUp' });
    const ours = await bench().arriveAnswered();
    expect(await bench().rig.telephony.hangUp(ours.legId)).toEqual(done);
    await bench().eventually(() => ours.caller.ended());
    await bench().events.next('legEnded', { legId: ours.legId, cause: 'hungUp' });
  });

  it('ends a leg by itself when its time is up', async () => {
    const { caller, legId } = await bench().arriveAnswered();
    expect(await bench().rig.telephony.limitDuration(legId, 1)).toEqual(done);
    await bench().events.next('legEnded', { legId, cause: 'hungUp' });
    await bench().eventually(() => caller.ended());
  });

  it('reports the hold and resume of a caller', async () => {
    const { caller, legId } = await bench().arriveAnswered();
    caller.hold();
    await bench().events.next('legHeld', { legId });
    caller.resume();
    await bench().events.next('legResumed', { legId });
  });

  it('answers every command on a leg that is gone with legGone', async () => {
    const { telephony } = bench().rig;
    const { caller, legId } = await bench().arriveAnswered();
    const bridgeId = bench().id('bridge');
    expect(await telephony.createBridge(bridgeId)).toEqual(done);
    caller.hangUp();
    await bench().events.next('legEnded', { legId });
    const gone = await Promise.all([
      telephony.ring(legId),
      telephony.startEarlyMedia(legId),
      telephony.answer(legId),
      telephony.reject(legId, 'busy'),
      telephony.hangUp(legId),
      telephony.readHeader(legId, 'From'),
      telephony.join(bridgeId, [legId]),
      telephony.leave(bridgeId, [legId]),
      telephony.play({ legId }, bench().id('playback'), [{ kind: 'tone', tone: 'beep' }]),
      telephony.startSilence(legId),
      telephony.stopSilence(legId),
      telephony.startMusic(legId),
      telephony.stopMusic(legId),
      telephony.mute(legId, 'in'),
      telephony.unmute(legId, 'in'),
      telephony.sendDigits(legId, '1'),
      telephony.detectTalking(legId, 500),
      telephony.snoop(legId, bench().id('snoop'), 'in'),
      telephony.record({ legId }, bench().id('recording'), {}),
      telephony.tag(legId, { callId: 'x', role: 'caller' }),
      telephony.limitDuration(legId, 60),
    ]);
    expect(gone).toEqual(gone.map(() => failed('legGone')));
    expect(await telephony.destroyBridge(bridgeId)).toEqual(done);
  });
}

function causeNamed(name: string): RejectCause {
  const found = rejectCauses.find((cause) => cause === name);
  if (found === undefined) throw new Error(`no such cause: ${name}`);
  return found;
}

const rejectCauses: readonly RejectCause[] = [
  'busy',
  'unavailable',
  'declined',
  'forbidden',
  'unknownNumber',
  'congestion',
];
