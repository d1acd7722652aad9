import { ok } from '../../../shared/result.ts';
import type { Telephony } from '../../ports/telephony.ts';
import { command, type FakePbx, whileUp } from './fake-pbx.ts';

/** Recordings hold what the test's `recordedSound` says; none by default. */
export function fakeStoredRecordings(
  pbx: FakePbx,
): Pick<Telephony, 'readRecording' | 'listRecordings' | 'forgetRecording'> {
  return {
    readRecording: (recordingId) =>
      whileUp(pbx, () => {
        const sound = pbx.recorded.has(recordingId) ? (pbx.options.recordedSound?.(recordingId) ?? null) : null;
        return ok(sound === null ? null : once(sound));
      }),
    listRecordings: () => whileUp(pbx, () => ok([...pbx.recorded, ...pbx.recordings.keys()])),
    forgetRecording: (recordingId) =>
      command(pbx, 'forgetRecording', () => {
        pbx.recorded.delete(recordingId);
        return ok();
      }),
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
