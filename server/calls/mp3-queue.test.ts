import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../shared/result.ts';
import { conversation } from './conversation.testing.ts';
import { openTestReception, type TestReception } from './reception.testing.ts';

const idOf = (digit: number): string => digit.toString(16).padStart(32, '0');

let rig: TestReception;
/** Tasks that wait and are none of ours. */
let others: number;
beforeEach(async () => {
  rig = await openTestReception();
  others = rig.clock.pending();
});

/** The sound of so many recordings is kept; there are no MP3s. */
async function keepSounds(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => idOf(index + 1));
  for (const id of ids) await rig.archive.recordingStore.keep(`${id}.wav`, once(new Uint8Array(64)), 'audio/wav');
  return ids;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function afterMs(ms: number): Promise<number> {
  rig.clock.advance(ms);
  await rig.telephony.settle();
  await rig.desk.mp3s.idle();
  return mp3s();
}
const mp3s = (): number => [...rig.archive.recordingStore.kept.keys()].filter((key) => key.endsWith('.mp3')).length;

describe('an MP3', () => {
  it('that could not be made is made later, after pauses that grow', async () => {
    const ids = await keepSounds(1);
    rig.archive.recordingStore.failure = 'storageUnavailable';
    ids.forEach((id) => rig.desk.mp3s.add(id));
    expect(await afterMs(0)).toBe(0);
    expect(await afterMs(60_000)).toBe(0);
    rig.archive.recordingStore.failure = null;
    expect(await afterMs(299_000)).toBe(0);
    expect(await afterMs(1_000)).toBe(1);
    expect(rig.clock.pending()).toBe(others);
  });

  it('of what is no sound is not tried again', async () => {
    const ids = await keepSounds(1);
    rig.archive.soundTools.toMp3 = async () => fail('notASound');
    ids.forEach((id) => rig.desk.mp3s.add(id));
    expect(await afterMs(0)).toBe(0);
    expect(rig.clock.pending()).toBe(others);
  });

  it('is made later when too many wait', async () => {
    const ids = await keepSounds(502);
    ids.forEach((id) => rig.desk.mp3s.add(id));
    expect(await afterMs(0)).toBe(500);
    expect(await afterMs(60_000)).toBe(502);
  });

  it('is not tried again by a server that is stopped', async () => {
    const ids = await keepSounds(1);
    rig.archive.recordingStore.failure = 'storageUnavailable';
    ids.forEach((id) => rig.desk.mp3s.add(id));
    await afterMs(0);
    rig.desk.mp3s.close();
    rig.archive.recordingStore.failure = null;
    expect(await afterMs(60_000)).toBe(0);
  });
});

describe('MP3s that are missing when a server starts', () => {
  const keepAll = async (count: number): Promise<void> => {
    await rig.arrive('Jane Caller');
    const { id: callId } = await rig.theCall();
    for (const id of await keepSounds(count)) await rig.stores.recordings.keep(conversation({ id, callId }), 1);
  };

  it('are all made, however many there are', async () => {
    await keepAll(405);
    await rig.desk.mp3s.makeUp();
    expect(mp3s()).toBe(405);
  });

  it('are looked for again when the store or the database does not answer', async () => {
    await keepAll(1);
    const lengthOf = rig.archive.recordingStore.lengthOf.bind(rig.archive.recordingStore);
    rig.archive.recordingStore.lengthOf = async () => fail('storageUnavailable');
    const made = rig.desk.mp3s.makeUp();
    expect(await afterMs(0)).toBe(0);
    rig.archive.recordingStore.lengthOf = lengthOf;
    rig.database.setAvailable(false);
    expect(await afterMs(60_000)).toBe(0);
    rig.database.setAvailable(true);
    rig.clock.advance(60_000);
    await made;
    expect(mp3s()).toBe(1);
  });
});
