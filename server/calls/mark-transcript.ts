import type { Recording } from '../../shared/recording/recording.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { RecordingCatalogue } from '../ports/recording-catalogue.ts';
import type { StoreFailure } from '../ports/stores.ts';

/** Others write notes and marks meanwhile, but not without end. */
const mostConflicts = 5;

/**
 * Says of a recording how its transcript is, whatever else has changed of it. One that was removed, or of which somebody else has
 * said it, is left as it is.
 */
export async function markTranscript(
  { recordings, clock }: { readonly recordings: RecordingCatalogue; readonly clock: Clock },
  recordingId: string,
  transcript: Recording['transcript'],
): Promise<Result<void, StoreFailure | 'conflict'>> {
  for (let conflicts = 0; ; conflicts += 1) {
    const found = await recordings.find(recordingId);
    if (!found.ok) return found;
    if (found.value === null || found.value.transcript === transcript) return ok();
    const changed = { ...found.value, version: found.value.version + 1, transcript };
    const kept = await recordings.keep(changed, clock.now());
    if (kept.ok || kept.error !== 'conflict' || conflicts === mostConflicts) return kept;
  }
}
