import { beforeEach, describe, expect, it } from 'vitest';
import { type FinishedRecording, keepInArchive } from './archive.ts';
import { openTestReception, type TestReception } from './reception.testing.ts';

const id = 'a'.repeat(32);
let finished: FinishedRecording = {
  id,
  kind: 'call',
  callId: 'b'.repeat(32),
  queue: { id: 'main', name: 'Main number' },
  caller: { number: '+15550001111', name: 'Jane Caller', withheld: false },
  people: [{ userId: 'u-ana', name: 'Ana Lindqvist' }],
  startedAt: 1000,
  marks: [],
  cut: false,
  keepDays: 1,
  tracks: ['left', 'right'],
};

let rig: TestReception;
beforeEach(async () => {
  rig = await openTestReception();
});

/** The PBX has recorded something under that name. */
async function record(...tracks: readonly string[]): Promise<void> {
  const legId = await rig.arrive('Jane Caller');
  finished = { ...finished, callId: (await rig.theCall()).id };
  await rig.telephony.answer(legId);
  for (const track of tracks) {
    await rig.telephony.record({ legId }, track, {});
    await rig.telephony.stopRecording(track);
  }
}

describe('what was recorded', () => {
  it('is kept, told, and then forgotten by the PBX; the MP3 comes afterwards', async () => {
    await record('left', 'right');
    rig.spokenMs.push(2000, 1500);
    const kept = await keepInArchive(rig.desk, finished);
    expect(kept).toMatchObject({
      ok: true,
      value: { id, version: 1, lengthMs: 2000, channels: 2, cut: false, keepUntil: 1000 + 2000 + 86_400_000 },
    });
    await rig.desk.mp3s.idle();
    expect([...rig.archive.recordingStore.kept.keys()].toSorted()).toEqual(
      ['mp3', 'peaks.json', 'wav'].map((ending) => `${id}.${ending}`),
    );
    expect(await rig.telephony.readRecording('left')).toEqual({ ok: true, value: null });
  });

  it('is kept once, however often it is tried', async () => {
    await record('left', 'right');
    await keepInArchive(rig.desk, finished);
    await record('left', 'right');
    const again = await keepInArchive(rig.desk, finished);
    expect(again).toMatchObject({ ok: true, value: { id, version: 1 } });
  });

  it('is one channel when it is a voicemail', async () => {
    await record('only');
    const kept = await keepInArchive(rig.desk, { ...finished, kind: 'voicemail', tracks: ['only'], keepDays: null });
    expect(kept).toMatchObject({ ok: true, value: { channels: 1, keepUntil: null } });
  });

  it('stays at the PBX while it cannot be kept, and is not told', async () => {
    await record('left', 'right');
    rig.archive.recordingStore.failure = 'storageFull';
    expect(await keepInArchive(rig.desk, finished)).toEqual({ ok: false, error: 'storageFull' });
    expect(await rig.desk.recordings.find(id)).toEqual({ ok: true, value: null });
    rig.archive.recordingStore.failure = null;
    expect(await keepInArchive(rig.desk, finished)).toMatchObject({ ok: true });
  });

  it('is nothing where the PBX has nothing', async () => {
    expect(await keepInArchive(rig.desk, finished)).toEqual({ ok: false, error: 'nothingRecorded' });
  });
});
