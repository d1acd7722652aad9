import { expect, it } from 'vitest';
import { type Bench, done, failed } from './bench.testing.ts';

/** Recordings, of one leg or of a bridge. */
export function recordingContract(bench: () => Bench): void {
  it('records a leg until it is stopped', async () => {
    const { telephony, recordedMs } = bench().rig;
    const { legId } = await bench().arriveAnswered();
    const recordingId = bench().id('recording');
    expect(await telephony.record({ legId }, recordingId, {})).toEqual(done);
    await bench().events.next('recordingStarted', { recordingId });
    expect(await telephony.muteRecording(recordingId)).toEqual(done);
    expect(await telephony.unmuteRecording(recordingId)).toEqual(done);
    expect(await telephony.listRecordings()).toMatchObject({ value: expect.arrayContaining([recordingId]) });
    expect(await telephony.stopRecording(recordingId)).toEqual(done);
    await bench().events.next('recordingEnded', { recordingId, recorded: true });
    await bench().eventually(() => recordedMs(recordingId) !== null);
    expect(await telephony.stopRecording(recordingId)).toEqual(done);
    expect(await telephony.listRecordings()).toMatchObject({ value: expect.arrayContaining([recordingId]) });
    expect(await telephony.forgetRecording(recordingId)).toEqual(done);
    expect(await telephony.forgetRecording(recordingId)).toEqual(done);
    expect(await telephony.readRecording(recordingId)).toEqual({ ok: true, value: null });
  });

  it('gives what it recorded as a file', async () => {
    const { telephony } = bench().rig;
    const { legId } = await bench().arriveAnswered();
    const recordingId = bench().id('recording');
    expect(await telephony.record({ legId }, recordingId, { maxSeconds: 1 })).toEqual(done);
    await bench().events.next('recordingEnded', { recordingId, recorded: true });
    const read = await telephony.readRecording(recordingId);
    const chunks: Uint8Array[] = [];
    if (read.ok && read.value !== null) for await (const chunk of read.value) chunks.push(chunk);
    const file = Buffer.concat(chunks);
    expect(file.toString('latin1', 0, 4)).toBe('RIFF');
    expect(file.length).toBeGreaterThan(14_000);
  });

  it('does not record over a recording', async () => {
    const { telephony } = bench().rig;
    const { legId } = await bench().arriveAnswered();
    const recordingId = bench().id('recording');
    expect(await telephony.record({ legId }, recordingId, {})).toEqual(done);
    await bench().events.next('recordingStarted', { recordingId });
    expect(await telephony.record({ legId }, recordingId, {})).toEqual(failed('refusedByPbx'));
  });

  it('ends at the key it was told, and at its longest', async () => {
    const { telephony, recordedMs } = bench().rig;
    const { caller, legId } = await bench().arriveAnswered();
    const [byKey, byTime] = [bench().id('recording'), bench().id('recording')];
    expect(await telephony.record({ legId }, byKey, { endOnDigit: '#', maxSeconds: 30 })).toEqual(done);
    await bench().events.next('recordingStarted', { recordingId: byKey });
    caller.press('5#');
    await bench().events.next('recordingEnded', { recordingId: byKey, recorded: true });
    expect(await telephony.record({ legId }, byTime, { maxSeconds: 1 })).toEqual(done);
    await bench().events.next('recordingEnded', { recordingId: byTime, recorded: true });
    await bench().eventually(() => (recordedMs(byTime) ?? 0) >= 900);
  });

  it('is complete before the end of the leg is told', async () => {
    const { caller, legId } = await bench().arriveAnswered();
    const recordingId = bench().id('recording');
    expect(await bench().rig.telephony.record({ legId }, recordingId, {})).toEqual(done);
    await bench().events.next('recordingStarted', { recordingId });
    caller.hangUp();
    await bench().events.next('legEnded', { legId });
    expect(bench().events.all()).toContainEqual({ type: 'recordingEnded', recordingId, recorded: true });
    expect(bench().rig.recordedMs(recordingId)).not.toBeNull();
  });

  it('records everybody in a bridge', async () => {
    const { telephony, recordedMs } = bench().rig;
    const { bridgeId } = await bench().talk();
    const recordingId = bench().id('recording');
    expect(await telephony.record({ bridgeId }, recordingId, {})).toEqual(done);
    await bench().events.next('recordingStarted', { recordingId });
    expect(await telephony.stopRecording(recordingId)).toEqual(done);
    await bench().events.next('recordingEnded', { recordingId, recorded: true });
    await bench().eventually(() => recordedMs(recordingId) !== null);
  });
}
