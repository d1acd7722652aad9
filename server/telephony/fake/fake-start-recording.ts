import { fail, ok } from '../../../shared/result.ts';
import type { Done, MediaSubject, RecordOptions } from '../../ports/telephony.ts';
import { type FakePbx, report, subjectIsThere } from './fake-pbx.ts';
import { endRecording } from './fake-recording.ts';

/** A name is recorded under once: a second recording of that name is refused. */
export function startRecording(pbx: FakePbx, on: MediaSubject, recordingId: string, options: RecordOptions): Done {
  if (pbx.recordings.has(recordingId) || pbx.recorded.has(recordingId)) return fail('refusedByPbx');
  const there = subjectIsThere(pbx, on);
  if (!there.ok) return there;
  const { maxSeconds, endOnDigit = 'none' } = options;
  const end = (): void => endRecording(pbx, recordingId);
  const stopTimer = maxSeconds === undefined ? () => {} : pbx.clock.after(maxSeconds * 1000, end);
  pbx.recordings.set(recordingId, {
    recordingId,
    on,
    startedAt: pbx.clock.now(),
    endOnDigit,
    muted: false,
    stopTimer,
  });
  report(pbx, { type: 'recordingStarted', recordingId });
  return ok();
}
