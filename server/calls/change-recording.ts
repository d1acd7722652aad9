import type { Recording } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Review } from './review.ts';

/** Others may change the same recording in the same instant, but not for ever. */
const attempts = 5;

/** What is to be different; null: it is as wanted already. */
export type Change<Failure extends string> = (
  recording: Recording,
  at: number,
) => Result<Partial<Omit<Recording, 'id' | 'version'>> | null, Failure>;

/** Changes a recording on top of what others have changed meanwhile, and tells everybody who may see it. */
export async function changeRecording<Failure extends string = never>(
  { recordings, clock, log }: Pick<Review, 'recordings' | 'clock' | 'log'>,
  recordingId: string,
  change: Change<Failure>,
): Promise<Result<Recording, StoreFailure | 'noSuchRecording' | Failure>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await recordings.find(recordingId);
    if (!found.ok) return found;
    if (found.value === null) return fail('noSuchRecording');
    const at = clock.now();
    const changes = change(found.value, at);
    if (!changes.ok) return changes;
    if (changes.value === null) return ok(found.value);
    const changed = { ...found.value, ...changes.value, version: found.value.version + 1 };
    const kept = await recordings.keep(changed, at);
    if (kept.ok) return ok(changed);
    if (kept.error !== 'conflict') return fail(kept.error);
  }
  log.error({ recordingId }, 'a recording is changed over and over');
  return fail('databaseUnavailable');
}
