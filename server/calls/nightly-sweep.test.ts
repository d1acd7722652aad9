import { beforeEach, describe, expect, it } from 'vitest';
import type { Recording } from '../../shared/recording/recording.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';
import { conversation } from './conversation.testing.ts';
import { exemptRecording } from './exempt-recording.ts';
import { lastSweep } from './last-sweep.ts';
import { startNightlySweep } from './nightly-sweep.ts';
import { openTestReception } from './reception.testing.ts';
import { createTestObjects } from './test-objects.testing.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const idOf = (digit: number): string => digit.toString(16).padStart(32, '0');

let rig: Awaited<ReturnType<typeof openTestReception>>;
let objects: ReturnType<typeof createTestObjects>;
let callId: string;
beforeEach(async () => {
  rig = await openTestReception();
  objects = createTestObjects();
  await rig.arrive('Jane Caller', '+15550001111');
  callId = (await rig.theCall()).id;
});

const reviewOf = () => ({ ...rig.desk, ...rig.stores, recordingStore: objects.store });
const keep = async (digit: number, changes: Partial<Recording>): Promise<void> => {
  const id = idOf(digit);
  for (const name of [`${id}.wav`, `${id}.mp3`, `${id}.peaks.json`]) objects.kept.set(name, new Uint8Array(8));
  await rig.stores.recordings.keep(conversation({ id, callId, ...changes }), rig.clock.now());
};
const settle = () => rig.telephony.settle();
const sweep = async () => {
  const stop = startNightlySweep(reviewOf());
  await settle();
  return stop;
};
const left = async (): Promise<readonly string[]> => {
  const list = await rig.stores.recordings.list({}, { limit: 1000, offset: 0 });
  return list.ok ? list.value.recordings.map(({ id }) => id).toSorted() : [];
};
const report = async () => {
  const last = await lastSweep(rig.stores.settings);
  return last.ok ? last.value : null;
};

describe('the nightly sweep', () => {
  it('deletes what is over its time, sound and all, and keeps what somebody keeps', async () => {
    const now = rig.clock.now();
    await keep(1, { keepUntil: now });
    await keep(2, { keepUntil: now + 1 });
    await keep(3, { keepUntil: null });
    await keep(4, { keepUntil: now - dayMs, exempt: { at: 1, by: { userId: 'u-petra', name: 'petra' } } });
    (await sweep())();
    expect(await left()).toEqual([idOf(2), idOf(3), idOf(4)]);
    expect([...objects.kept.keys()].some((key) => key.startsWith(idOf(1)))).toBe(false);
    expect(await report()).toEqual({ at: now, deleted: 1, failed: false });
    const audit = await rig.stores.audit.list({ limit: 10 });
    expect(audit.ok && audit.value).toMatchObject([{ action: 'recordingExpired', by: null, subject: idOf(1) }]);
    expect(rig.logged).toContainEqual({ deleted: 1 });
  });

  it('keeps what a supervisor keeps at the very moment in which it would go', async () => {
    await keep(1, { keepUntil: rig.clock.now() });
    const { audit, recordings } = rig.stores;
    const review = reviewOf();
    const petra = { userId: 'u-petra', name: 'petra' };
    const append: typeof audit.append = async (entry) => {
      await exemptRecording(review, idOf(1), true, petra);
      return audit.append(entry);
    };
    startNightlySweep({ ...review, audit: { ...audit, append } })();
    await settle();
    expect(await recordings.find(idOf(1))).toMatchObject({ ok: true, value: { exempt: { by: petra } } });
    expect([...objects.kept.keys()]).toHaveLength(3);
    expect(await report()).toMatchObject({ deleted: 0, failed: false });
  });

  it('goes on until nothing is due', async () => {
    for (let digit = 1; digit <= 205; digit += 1) await keep(digit, { keepUntil: 1 });
    (await sweep())();
    expect(await left()).toEqual([]);
    expect(await report()).toMatchObject({ deleted: 205 });
  });

  it('comes once a night, at three on the clock of the reception', async () => {
    const oslo = { id: 'main', name: 'Main', answerWithinSeconds: 30, openingHours: null, exceptions: [] };
    await rig.stores.directory.saveQueue({ ...oslo, timeZone: 'Europe/Oslo', ...quietRules }, []);
    // 12:00 in Oslo; the sweep at the start stands for the night before.
    rig.clock.advance(Date.UTC(2030, 0, 7, 11) - rig.clock.now());
    const stop = await sweep();
    await keep(1, { keepUntil: 1 });
    rig.clock.advance(14 * hourMs + hourMs - 60_000);
    await settle();
    expect(await left()).toEqual([idOf(1)]);
    rig.clock.advance(120_000);
    await settle();
    expect(await left()).toEqual([]);
    stop();
  });

  it('is made by one of several servers', async () => {
    (await sweep())();
    await keep(1, { keepUntil: 1 });
    (await sweep())();
    expect(await left()).toEqual([idOf(1)]);
  });

  it('takes what a breakdown left of a deletion, and not what was not deleted after all', async () => {
    await keep(1, { keepUntil: null });
    const entry = { at: rig.clock.now(), by: null, action: 'recordingExpired', about: '' } as const;
    for (const digit of [1, 2]) await rig.stores.audit.append({ ...entry, subject: idOf(digit) });
    objects.kept.set(`${idOf(2)}.mp3`, new Uint8Array(8));
    (await sweep())();
    expect([...objects.kept.keys()]).toEqual([`${idOf(1)}.wav`, `${idOf(1)}.mp3`, `${idOf(1)}.peaks.json`]);
  });

  it('breaks off when the store is out of reach, with nothing half deleted, and tries again within the hour', async () => {
    await keep(1, { keepUntil: 1 });
    objects.state.failure = 'storageUnavailable';
    const stop = await sweep();
    expect([await left(), await report()]).toMatchObject([[idOf(1)], { deleted: 0, failed: true }]);
    objects.state.failure = null;
    rig.clock.advance(hourMs + 60_000);
    await settle();
    expect([await left(), await report()]).toMatchObject([[], { deleted: 1, failed: false }]);
    stop();
  });
});
