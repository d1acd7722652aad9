import { beforeEach, describe, expect, it } from 'vitest';
import type { LegEndCause } from '../ports/telephony-event.ts';
import { createDesk } from './create-desk.ts';
import { number, openPlaceRig, type PlaceRig } from './place-rig.testing.ts';
import { openReception } from './reception.ts';

let rig: PlaceRig;
beforeEach(async () => {
  rig = await openPlaceRig();
});

const placedId = async (): Promise<string> => (await rig.placed()).id;

/** Nothing of the call is left at the PBX, and nothing in the server's memory. */
async function expectOver(reason: string): Promise<void> {
  expect(await rig.placed()).toMatchObject({ state: 'ended', reason });
  expect(rig.telephony.legs().filter(({ state }) => state !== 'ended')).toEqual([]);
  expect([rig.telephony.bridgeIds(), rig.desk.live.all()]).toEqual([[], []]);
  const again = await rig.place();
  expect(again.ok).toBe(true);
}

describe('a number that does not answer', () => {
  const reasons: readonly (readonly [Exclude<LegEndCause, 'hungUp' | 'answeredElsewhere'>, string])[] = [
    ['busy', 'busy'],
    ['declined', 'declined'],
    ['noAnswer', 'noAnswer'],
    ['unknownNumber', 'unknownNumber'],
    ['unreachable', 'unreachable'],
    ['failed', 'failed'],
  ];
  it.each(reasons)('%s ends the call as %s', async (cause, reason) => {
    await rig.place();
    await rig.deskTakes();
    rig.telephony.targetRejects(rig.trunkLeg().legId, cause);
    await rig.telephony.settle();
    await expectOver(reason);
  });

  it('is let go after a minute', async () => {
    await rig.place();
    await rig.deskTakes();
    await rig.advance(59_999);
    expect(await rig.placed()).toMatchObject({ state: 'dialling' });
    await rig.advance(1);
    await expectOver('noAnswer');
  });

  it.each([
    ['createBridge', 'refusedByPbx', 'failed'],
    ['originate', 'refusedByPbx', 'failed'],
    ['originate', 'pbxUnavailable', 'failed'],
  ] as const)('because the PBX answered %s with %s ends the call', async (command, failure, reason) => {
    await rig.place();
    rig.telephony.failNext(command, failure);
    await rig.deskTakes();
    await expectOver(reason);
  });

  it('rings on though no tone can be played', async () => {
    await rig.place();
    rig.telephony.failNext('play', 'refusedByPbx');
    await rig.deskTakes();
    expect(await rig.placed()).toMatchObject({ state: 'dialling', progress: 'alerting' });
  });
});

describe('a desk that does not take its own leg', () => {
  it.each(['declined', 'busy', 'failed', 'unreachable'] as const)('because it %s: the call failed', async (cause) => {
    await rig.place();
    rig.telephony.consoleRejects('ana', cause);
    await rig.telephony.settle();
    await expectOver('failed');
  });

  it('within ten seconds never will', async () => {
    await rig.place();
    await rig.advance(10_000);
    await expectOver('failed');
  });
});

describe('whoever changes their mind', () => {
  it.each(['desk', 'alerting'] as const)('hangs up while it is %s', async (progress) => {
    await rig.place();
    if (progress === 'alerting') await rig.deskTakes();
    expect(await rig.placed()).toMatchObject({ progress });
    expect(await rig.commands.hangUp(await placedId(), rig.ana)).toMatchObject({ ok: true });
    await rig.telephony.settle();
    await expectOver('weHungUp');
  });

  it('hangs up at the phone itself', async () => {
    await rig.place();
    const deskLegId = await rig.deskTakes();
    const { legId } = rig.trunkLeg();
    rig.telephony.deviceEnds(deskLegId);
    await rig.telephony.settle();
    expect(rig.telephony.leg(legId).endCause).toBe('cancelled');
    await expectOver('weHungUp');
  });

  it('in the moment in which the desk takes its leg calls nobody', async () => {
    await rig.place();
    const hungUp = rig.commands.hangUp(await placedId(), rig.ana);
    rig.telephony.consoleAnswers('ana');
    expect(await hungUp).toMatchObject({ ok: true });
    await rig.telephony.settle();
    expect(rig.telephony.legs().filter(({ request }) => 'trunkNumber' in (request?.to ?? {}))).toEqual([]);
    await expectOver('weHungUp');
  });

  it.each(['answer first', 'hang up first'])(
    'in the moment of the answer ends the call all the same: %s',
    async (how) => {
      await rig.place();
      await rig.deskTakes();
      const id = await placedId();
      const { legId } = rig.trunkLeg();
      const hangUp = () => rig.commands.hangUp(id, rig.ana);
      const early = how === 'hang up first' ? hangUp() : undefined;
      rig.telephony.targetAnswers(legId);
      await (early ?? hangUp());
      await rig.telephony.settle();
      await expectOver('weHungUp');
    },
  );

  it('cannot do it for a colleague', async () => {
    await rig.place();
    expect(await rig.commands.hangUp(await placedId(), rig.mira)).toEqual({ ok: false, error: 'notYourCall' });
    expect(await rig.commands.answer(await placedId(), rig.mira)).toEqual({ ok: false, error: 'notYourCall' });
  });
});

describe('a page that goes while it calls', () => {
  it.each([true, false])('lets both legs go when it is loaded anew; the desk had answered: %s', async (answered) => {
    await rig.place();
    if (answered) await rig.deskTakes();
    await rig.signIn('ana', 'another-page');
    await expectOver('failed');
  });

  it('has ten seconds to come back', async () => {
    await rig.place();
    await rig.deskTakes();
    await rig.leave('ana');
    await rig.advance(9_999);
    expect(await rig.placed()).toMatchObject({ state: 'dialling' });
    await rig.advance(1);
    await rig.signIn('ana');
    await expectOver('failed');
  });

  it.each([true, false])('is offered what waits once the call is over; the desk had answered: %s', async (answered) => {
    await rig.place();
    if (answered) await rig.deskTakes();
    await rig.arrive('Waiting');
    // The end is not stored at once: the desk is free all the same.
    rig.database.setAvailable(false);
    await rig.signIn('ana', 'another-page');
    expect(rig.telephony.ringingAt('ana')).toHaveLength(1);
  });
});

describe('a server or a PBX that is restarted', () => {
  it('finds a number that was being called, and lets both legs go', async () => {
    await rig.place();
    await rig.deskTakes();
    rig.reception.close();
    const desk = createDesk({ ...rig.desk });
    openReception(desk);
    rig.telephony.goDown();
    rig.telephony.comeBack();
    await rig.telephony.settle();
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'lost' });
    expect(rig.telephony.legs().filter(({ state }) => state !== 'ended')).toEqual([]);
    expect(desk.live.all()).toEqual([]);
  });

  it('goes on with a talk as if nothing had been', async () => {
    const { trunkLegId, deskLegId } = await rig.talk();
    rig.reception.close();
    const desk = createDesk({ ...rig.desk });
    openReception(desk);
    rig.telephony.goDown();
    rig.telephony.comeBack();
    await rig.telephony.settle();
    expect(rig.telephony.hears(deskLegId)).toEqual([trunkLegId]);
    rig.telephony.deviceEnds(trunkLegId);
    await rig.telephony.settle();
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'callerHungUp' });
  });

  it.each([true, false])('frees the desk for who waits; the desk had answered: %s', async (answered) => {
    await rig.place();
    if (answered) await rig.deskTakes();
    await rig.arrive('Waiting');
    rig.telephony.goDown();
    rig.telephony.comeBack();
    await rig.telephony.settle();
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'lost' });
    expect(rig.telephony.ringingAt('ana')).toHaveLength(1);
    expect(rig.telephony.dialling(number)).toEqual([]);
  });
});
