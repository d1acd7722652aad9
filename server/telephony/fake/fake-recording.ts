import type { MediaSubject } from '../../ports/telephony.ts';
import { type FakePbx, report, sameSubject } from './fake-pbx.ts';

export function endRecording(pbx: FakePbx, recordingId: string, recorded = true): void {
  const recording = pbx.recordings.get(recordingId);
  if (recording === undefined) return;
  recording.stopTimer();
  pbx.recordings.delete(recordingId);
  if (recorded) {
    pbx.recorded.add(recordingId);
    pbx.options.writeRecording?.(recordingId, pbx.clock.now() - recording.startedAt);
  }
  report(pbx, { type: 'recordingEnded', recordingId, recorded });
}

/** What was recorded until the subject went away is complete. */
export function endRecordingsOn(pbx: FakePbx, on: MediaSubject): void {
  for (const recording of recordingsOn(pbx, on)) endRecording(pbx, recording.recordingId);
}

export function endRecordingsByDigit(pbx: FakePbx, legId: string, digit: string): void {
  for (const { recordingId, endOnDigit } of recordingsOn(pbx, { legId })) {
    if (endOnDigit === 'any' || endOnDigit === digit) endRecording(pbx, recordingId);
  }
}

const recordingsOn = (pbx: FakePbx, on: MediaSubject) =>
  [...pbx.recordings.values()].filter((recording) => sameSubject(recording.on, on));
