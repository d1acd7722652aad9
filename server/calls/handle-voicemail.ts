import type { Recording, RecordedPerson } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

/** Others may change the same recording in the same instant, but not for ever. */
const attempts = 5;

/** Somebody has dealt with a message that was left; null: nobody has, after all. Who was first stays. */
export async function handleVoicemail(
  desk: Pick<Desk, 'recordings' | 'clock' | 'log'>,
  recordingId: string,
  by: RecordedPerson | null,
): Promise<Result<Recording, StoreFailure | 'noSuchRecording'>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await desk.recordings.find(recordingId);
    if (!found.ok) return found;
    if (found.value === null) return fail('noSuchRecording');
    if ((found.value.handled === null) === (by === null)) return ok(found.value);
    const at = desk.clock.now();
    const handled = by === null ? null : { at, by: { userId: by.userId, name: by.name } };
    const next = { ...found.value, version: found.value.version + 1, handled };
    const kept = await desk.recordings.keep(next, at);
    if (kept.ok) return ok(next);
    if (kept.error !== 'conflict') return fail(kept.error);
  }
  desk.log.error({ recordingId }, 'a recording is changed over and over');
  return fail('databaseUnavailable');
}
