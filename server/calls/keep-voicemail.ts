import type { Recording } from '../../shared/recording/recording.ts';
import { shortestVoicemailMs } from '../../shared/reply/take-input.ts';
import { fail, type Result } from '../../shared/result.ts';
import { type FinishedRecording, keepInArchive } from './archive.ts';
import type { Desk } from './desk.ts';
import { retryPauseMs } from './retry-pause.ts';

/** `notYetKept`: the PBX still has it, and it is tried again. */
export type VoicemailFailure = 'nothingRecorded' | 'notYetKept';

/** Told of a voicemail that could not be kept at once, when it could. */
type Late = (recording: Recording) => Promise<void>;

/**
 * Brings what a caller said from the PBX to where it stays. Ok: it is on the disk and in the catalogue. The server that is
 * started next goes on with what this one tries again.
 */
export async function keepVoicemail(
  desk: Desk,
  finished: FinishedRecording,
  late: Late = async () => {},
  tries = 0,
): Promise<Result<Recording, VoicemailFailure>> {
  const possible = isStored(desk, finished.callId);
  const kept = possible ? await keepInArchive(desk, finished, shortestVoicemailMs) : fail('databaseUnavailable');
  if (kept.ok) return kept;
  if (kept.error === 'nothingRecorded') return fail('nothingRecorded');
  desk.counters.count('recordingNotKept');
  desk.log.error({ callId: finished.callId, error: kept.error, tries }, 'a voicemail could not be kept');
  desk.clock.after(retryPauseMs(tries), () => {
    keepLate(desk, finished, late, tries + 1).catch((error: unknown) =>
      desk.log.error({ err: error }, 'keeping a voicemail failed'),
    );
  });
  return fail('notYetKept');
}

async function keepLate(desk: Desk, finished: FinishedRecording, late: Late, tries: number): Promise<void> {
  const kept = await keepVoicemail(desk, finished, late, tries);
  if (kept.ok) await late(kept.value);
}

/** It is kept beside its call, which is nowhere while nothing of it is stored. */
function isStored({ live }: Desk, callId: string): boolean {
  const goingOn = live.get(callId);
  return goingOn === undefined ? !live.isBehind(callId) : goingOn.stored.version > 0;
}
