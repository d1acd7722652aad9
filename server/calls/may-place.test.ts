import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/reply/reply.ts';
import type { Dialling } from './dialling.ts';
import { number, openPlaceRig, type PlaceRig } from './place-rig.testing.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';

let rig: PlaceRig;
beforeEach(async () => {
  rig = await openPlaceRig();
});

const refused = (error: string) => ({ ok: false, error });
const numbered = (last: number): string => `+165055501${last}`;

/** Nothing was stored, rung, held or told. */
async function expectNothingHappened(): Promise<void> {
  expect(rig.desk.live.all()).toEqual([]);
  expect(rig.telephony.legs()).toEqual([]);
  expect(await rig.stores.calls.recent({ limit: 5 })).toEqual({ ok: true, value: [] });
}

describe('a number that may not be called', () => {
  it.each([
    ['+1 204 555 0101', 'numberNotAllowed'],
    ['+49 30 12345678', 'numberNotAllowed'],
    ['911', 'numberNotAllowed'],
    ['1-900-555-0123', 'numberNotAllowed'],
    ['hello', 'invalidNumber'],
    ['5550100', 'invalidNumber'],
    ['+16505550171;phone-context=evil', 'invalidNumber'],
  ] as const)('%s is refused: %s', async (text, error) => {
    expect(await rig.place(text)).toEqual(refused(error));
    expect(rig.counted).toEqual([error]);
    await expectNothingHappened();
  });

  it.each([
    [{ hasTrunk: false }, 'noTrunk'],
    [{ allow: [] }, 'numberNotAllowed'],
  ] as const)('is any number with %o', async (dialling: Partial<Dialling>, error) => {
    rig = await openPlaceRig(dialling);
    expect(await rig.place()).toEqual(refused(error));
    await expectNothingHappened();
  });
});

describe('a desk that cannot call', () => {
  it('is one where nobody is, or whose page sleeps', async () => {
    expect(await rig.place(number, { ...rig.ana, consoleId: 'elsewhere' })).toEqual(refused('deskNotReady'));
    rig.desk.consoles.setHears('ana', false);
    expect(await rig.place()).toEqual(refused('deskNotReady'));
    await expectNothingHappened();
  });

  it('is any while the PBX does not answer', async () => {
    rig.telephony.goDown();
    expect(await rig.place()).toEqual(refused('pbxUnavailable'));
    rig.telephony.comeBack();
    await rig.telephony.settle();
    await expectNothingHappened();
  });

  it.each([
    ['unreachable', 'deskNotReady'],
    ['refusedByPbx', 'deskNotReady'],
  ] as const)('is one whose leg is %s; what waits is offered to it again', async (how, error) => {
    await rig.arrive('Waiting');
    if (how === 'unreachable') rig.telephony.unreachable('ana');
    else rig.telephony.failNext('originate', how);
    expect(await rig.place()).toEqual(refused(error));
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'failed' });
    expect(rig.telephony.ringingAt('ana')).toHaveLength(how === 'unreachable' ? 0 : 1);
  });

  it('is any while the database is away; what is on goes on', async () => {
    const caller = await rig.arrive('Talking');
    rig.telephony.consoleAnswers('ana');
    await rig.telephony.settle();
    rig.database.setAvailable(false);
    expect(await rig.place()).toEqual(refused('databaseUnavailable'));
    rig.database.setAvailable(true);
    expect(await rig.theCall()).toMatchObject({ state: 'talking', direction: 'inbound' });
    expect(rig.telephony.leg(caller).music).toBeNull();
    expect(rig.telephony.legs()).toHaveLength(3);
    await rig.advance(50);
    expect(await rig.placed()).toMatchObject({ state: 'ended', reason: 'failed' });
    expect((await rig.place()).ok).toBe(true);
  });

  it('is one that is calling already: a double click calls once', async () => {
    const two = await Promise.all([rig.place(), rig.place()]);
    expect(two).toEqual([{ ok: true, value: { id: expect.any(String) } }, refused('busy')]);
    expect(rig.telephony.ringingAt('ana')).toHaveLength(1);
    expect(rig.desk.live.all()).toHaveLength(1);
  });
});

describe('who calls too much', () => {
  it('waits until a minute has passed', async () => {
    rig = await openPlaceRig({ perMinute: 2 });
    for (const last of [71, 72]) {
      await rig.place(numbered(last));
      await rig.advance(10_000);
    }
    expect(await rig.place()).toEqual(refused('tooManyCalls'));
    expect((await rig.place(number, rig.mira)).ok).toBe(true);
    await rig.advance(40_001);
    expect((await rig.place()).ok).toBe(true);
  });

  it('has no more calls at once than may be, those on hold included', async () => {
    rig = await openPlaceRig({ atOnce: 2 });
    const first = await rig.talk(numbered(71));
    await rig.talk(numbered(72));
    expect(await rig.place()).toEqual(refused('tooManyCalls'));
    expect(rig.desk.live.get(first.callId)?.stored.call).toMatchObject({ state: 'held', by: 'us' });
    await rig.commands.hangUp(first.callId, rig.ana);
    expect((await rig.place()).ok).toBe(true);
  });

  it('shares the lines with everybody', async () => {
    rig = await openPlaceRig({ atOnceInAll: 1 });
    await rig.talk();
    expect(await rig.place(number, rig.mira)).toEqual(refused('tooManyCalls'));
  });
});

describe('a call back', () => {
  const reply = (caller: Partial<Reply['caller']>, ExtNfo = ''): Reply => ({
    id: 'r1',
    version: 2,
    callId: 'c1',
    queue: { id: 'sales', name: 'Sales' },
    caller: { number, name: 'Jane Caller', withheld: false, ...caller },
    by: rig.ana,
    sentAt: 1,
    text: 'I am busy',
    language: 'en',
    voice: 'rms',
    fellBack: false,
    messageMs: 1000,
    answer: 'urgent',
    result: { Sts: '0', Resp: '3', ExtNfo, Phn: number, Nm: 'Jane Caller' },
    answeredAt: 2,
    voicemail: null,
    handled: null,
  });

  it('belongs to the queue of the reply, whose number is shown', async () => {
    const queue = {
      name: 'Sales',
      answerWithinSeconds: 30,
      openingHours: null,
      exceptions: [],
      timeZone: 'UTC',
      ...quietRules,
    };
    await rig.stores.directory.saveQueue({ id: 'sales', ...queue }, []);
    await rig.stores.directory.saveNumber('5550200', 'sales');
    await rig.place(number, rig.ana, reply({}));
    expect(await rig.placed()).toMatchObject({ queue: { id: 'sales' }, caller: { number, name: 'Jane Caller' } });
    expect(rig.telephony.ringingAt('ana')[0]?.request?.from).toEqual({ number, name: 'Jane Caller' });
    await rig.deskTakes();
    expect(rig.trunkLeg().request?.from).toEqual({ number: '5550200', name: null });
  });

  it.each([
    ['the number they keyed', { number: '+16505550999' }, '6505550171', 'Jane Caller'],
    ['another number', { number: '+16505550999' }, '', null],
    ['a caller who withheld theirs', { number: null, name: null }, '650 555 0171', null],
  ] as const)('to %s', async (_what, caller, keyed, name) => {
    await rig.place(number, rig.ana, reply(caller, keyed));
    expect(await rig.placed()).toMatchObject({ caller: { number, name }, queue: { id: 'sales' } });
  });
});
