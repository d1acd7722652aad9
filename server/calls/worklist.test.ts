import { describe, expect, it } from 'vitest';
import { fail } from '../../shared/result.ts';
import { finishWorkItem } from './finish-work-item.ts';
import { ownWorkItem, releaseWorkItem } from './own-work-item.ts';
import { openTestReception, type TestReception } from './reception.testing.ts';
import { openVoicemailRig } from './voicemail-rig.testing.ts';
import { followWorklist } from './worklist.testing.ts';

const ana = { userId: 'u-ana', name: 'Ana Lindqvist' };
const mira = { userId: 'u-mira', name: 'Mira Petrović' };

async function withList() {
  const rig = await openTestReception({ answerWithinSeconds: 10 });
  return { ...rig, ...(await followWorklist(rig)) };
}

/** A caller rings for four seconds and gives up. */
async function givesUp(rig: TestReception, number?: string): Promise<void> {
  const legId = await rig.arrive('Jane Caller', number);
  await rig.advance(4_000);
  rig.telephony.callerHangsUp(legId);
  await rig.telephony.settle();
}

/** A caller is answered by Ana and talked to for so long. */
async function talks(rig: TestReception, number: string, ms: number): Promise<void> {
  const legId = await rig.arrive('Jane Caller', number);
  rig.telephony.consoleAnswers('ana');
  await rig.telephony.settle();
  await rig.advance(ms);
  rig.telephony.callerHangsUp(legId);
  await rig.telephony.settle();
}

describe('the worklist', () => {
  it('has a caller who gave up, how long they had waited, and whom to call', async () => {
    const rig = await withList();
    await givesUp(rig, '+15550001');
    const { id } = await rig.theCall();
    expect(await rig.theItem()).toMatchObject({
      version: 1,
      callId: id,
      queue: { id: 'main' },
      caller: { number: '+15550001', name: 'Jane Caller', withheld: false },
      waitedMs: 4_000,
      tries: 1,
      what: 'abandoned',
      callBackOn: '+15550001',
      owner: null,
      done: null,
    });
  });

  it('says why nobody took them', async () => {
    const rig = await withList();
    const legId = await rig.arrive('Jane Caller', '+15550001');
    await rig.advance(10_000);
    rig.telephony.callerHangsUp(legId);
    expect(await rig.theItem()).toMatchObject({ what: 'missed', waitedMs: 10_000 });
  });

  it('has one entry of a number that calls again and again, and one for each withheld caller', async () => {
    const rig = await withList();
    await givesUp(rig, '+15550001');
    await givesUp(rig, '+15550001');
    await givesUp(rig, '+15550002');
    const latest = await rig.stores.calls.recent({ limit: 3 });
    const again = latest.ok ? latest.value[1]?.id : undefined;
    const items = await rig.items();
    expect(items.map(({ tries }) => tries)).toEqual([1, 2]);
    expect(items[1]).toMatchObject({ callId: again, version: 2 });

    for (const _ of [1, 2]) {
      rig.clock.advance(1);
      const legId = rig.telephony.arrive({ dialled: '5550100', withheld: true });
      await rig.telephony.settle();
      rig.telephony.callerHangsUp(legId);
      await rig.telephony.settle();
    }
    expect((await rig.items()).filter(({ caller }) => caller.withheld)).toHaveLength(2);
  });

  it('lets go of who has been spoken to, whoever called; a line that drops at once is no conversation', async () => {
    const rig = await withList();
    await rig.signIn('ana');
    await givesUp(rig, '+15550001');
    await talks(rig, '+15550001', 2_000);
    expect(await rig.theItem()).toMatchObject({ done: null });
    await talks(rig, '+15550001', 6_000);
    expect(await rig.theItem()).toMatchObject({ done: { by: ana, how: 'spoken' } });
    await givesUp(rig, '+15550001');
    expect((await rig.items()).map(({ done }) => done === null)).toEqual([true, false]);
  });

  it('makes up after a start for what nobody noted, once', async () => {
    const rig = await openTestReception({ answerWithinSeconds: 10 });
    await rig.signIn('ana');
    await givesUp(rig, '+15550001');
    await givesUp(rig, '+15550001');
    await givesUp(rig, '+15550002');
    await talks(rig, '+15550002', 6_000);
    const list = await followWorklist(rig);
    await list.worklist.catchUp();
    await list.worklist.catchUp();
    const items = await list.items();
    expect(items.map(({ caller, tries, done }) => [caller.number, tries, done === null])).toEqual([
      ['+15550001', 2, true],
    ]);
  });

  it('makes up for what the database did not take, as soon as it does', async () => {
    const rig = await withList();
    const keep = rig.desk.worklist.keep.bind(rig.desk.worklist);
    rig.desk.worklist.keep = async () => fail('databaseUnavailable');
    await givesUp(rig, '+15550001');
    for (const pauseMs of [50, 200, 1000, 3000, 10_000]) await rig.advance(pauseMs);
    await rig.advance(60_000);
    expect(await rig.items()).toEqual([]);
    rig.desk.worklist.keep = keep;
    await rig.advance(120_000);
    expect(await rig.theItem()).toMatchObject({ what: 'abandoned', tries: 1, version: 1 });
  });

  it('looks again after a start when the database did not say what there is', async () => {
    const rig = await openTestReception({ answerWithinSeconds: 10 });
    await givesUp(rig, '+15550001');
    const list = await followWorklist(rig);
    rig.database.setAvailable(false);
    await list.worklist.catchUp();
    rig.database.setAvailable(true);
    expect(await list.items()).toEqual([]);
    await rig.advance(60_000);
    expect(await list.items()).toHaveLength(1);
  });

  it('has a message that was left, and lets go of both together', async () => {
    const rig = await openVoicemailRig({ openingHours: [] });
    const list = await followWorklist(rig);
    const legId = await rig.arrive('Jane Caller', '+15550001');
    await rig.listen(legId);
    await rig.finishes();
    await rig.listen(legId);
    const [left] = await rig.kept();
    const item = await list.theItem();
    expect(item).toMatchObject({ what: 'voicemail', recordingId: left?.id, tries: 1 });
    await finishWorkItem(rig.desk, item.id, ana, 'marked');
    expect(await rig.kept()).toMatchObject([{ handled: { by: ana } }]);
    expect(await list.theItem()).toMatchObject({ done: { by: ana } });
  });
});

describe('who calls back', () => {
  it('is whoever says so first, until they say otherwise or somebody takes it over', async () => {
    const rig = await withList();
    await givesUp(rig);
    const { id } = await rig.theItem();
    const [first, second] = await Promise.all([
      ownWorkItem(rig.desk, id, ana, { takeOver: false, dueAt: null }),
      ownWorkItem(rig.desk, id, mira, { takeOver: false, dueAt: null }),
    ]);
    expect(first).toMatchObject({ ok: true, value: { owner: ana } });
    expect(second).toEqual({ ok: false, error: { code: 'alreadyOwned', by: ana.name } });
    expect(await releaseWorkItem(rig.desk, id, mira)).toMatchObject({ ok: false });
    expect(await ownWorkItem(rig.desk, id, mira, { takeOver: true, dueAt: 5 })).toMatchObject({
      ok: true,
      value: { owner: mira, dueAt: 5 },
    });
    expect(await releaseWorkItem(rig.desk, id, mira)).toMatchObject({ ok: true, value: { owner: null, dueAt: 5 } });
    await finishWorkItem(rig.desk, id, ana, 'marked');
    expect(await ownWorkItem(rig.desk, id, mira, { takeOver: true, dueAt: null })).toEqual({
      ok: false,
      error: 'alreadyDone',
    });
  });

  it('stays who it is when the caller calls again', async () => {
    const rig = await withList();
    await givesUp(rig);
    await ownWorkItem(rig.desk, (await rig.theItem()).id, ana, { takeOver: false, dueAt: null });
    await givesUp(rig);
    expect(await rig.theItem()).toMatchObject({ tries: 2, owner: ana });
  });
});
