import type { Recording } from '../../shared/recording/recording.ts';
import { shortestVoicemailMs } from '../../shared/reply/take-input.ts';
import { fail, type Result } from '../../shared/result.ts';
import { type FinishedRecording, keepInArchive } from './archive.ts';
import type { Desk } from './desk.ts';

/** How long a voicemail that cannot be kept is tried again, while this server runs; the next one tries it once more. */
export const voicemailPatienceMs: readonly number[] = [2_000, 10_000, 60_000, 300_000, 900_000];

/** `notYetKept`: the PBX still has it, and it is tried again. */
export type VoicemailFailure = 'nothingRecorded' | 'notYetKept';

/** Told of a voicemail that could not be kept at once, when it could. */
type Late = (recording: Recording) => Promise<void>;

/** Brings what a caller said from the PBX to where it stays. Ok: it is on the disk and in the catalogue. */
export async function keepVoicemail(
  desk: Desk,
  finished: FinishedRecording,
  late: Late = async () => {},
  [pauseMs, ...later] = voicemailPatienceMs,
): Promise<Result<Recording, VoicemailFailure>> {
  const kept = await keepInArchive(desk, finished, shortestVoicemailMs);
  if (kept.ok) return kept;
  if (kept.error === 'nothingRecorded') return fail('nothingRecorded');
  const fields = { callId: finished.callId, error: kept.error, again: pauseMs !== undefined };
  desk.log.error(fields, 'a voicemail could not be kept');
  if (pauseMs !== undefined) {
    desk.clock.after(pauseMs, () => {
      keepLate(desk, finished, late, later).catch((error: unknown) =>
        desk.log.error({ err: error }, 'keeping a voicemail failed'),
      );
    });
  }
  return fail('notYetKept');
}

async function keepLate(
  desk: Desk,
  finished: FinishedRecording,
  late: Late,
  patienceMs: readonly number[],
): Promise<void> {
  const kept = await keepVoicemail(desk, finished, late, patienceMs);
  if (kept.ok) await late(kept.value);
}
