import type { Recording, RecordedPerson } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StorageFailure } from '../ports/recording-store.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { aboutRecording } from './about-recording.ts';
import { peaksKey, soundKey } from './recording-keys.ts';
import type { Review } from './review.ts';

type Failure = StoreFailure | 'noSuchRecording' | 'recordingExempt' | 'soundUnavailable';

/** Somebody deletes a recording for good; not one that a supervisor keeps. */
export const deleteRecording = (review: Review, recordingId: string, by: RecordedPerson) =>
  removeRecording(review, recordingId, { by, action: 'recordingDeleted', unless: (now) => now.exempt !== null });

/**
 * In this order: it is written down, so that nothing goes unlogged; then it is removed from the catalogue, with which nobody can play it any
 * more on any server, and the stream says so; then its sound goes. Were the sound first, a database that is down would leave a recording
 * in the list that is silent, and “nothing was changed” would be a lie. A store that is out of reach refuses before anything is done;
 * one that goes away in between leaves objects that belong to nothing, which the next sweep takes (remove-remains.ts).
 */
export async function removeRecording(
  review: Review,
  recordingId: string,
  why: {
    /** Null: its time was over. */
    readonly by: RecordedPerson | null;
    readonly action: 'recordingDeleted' | 'recordingExpired';
    readonly unless: (recording: Recording) => boolean;
  },
): Promise<Result<Recording, Failure>> {
  const { recordings, recordingStore, audit, clock } = review;
  const reachable = await recordingStore.lengthOf(soundKey(recordingId, 'wav'));
  if (!reachable.ok) return fail('soundUnavailable');
  const found = await recordings.find(recordingId);
  if (!found.ok) return found;
  if (found.value === null) return fail('noSuchRecording');
  if (why.unless(found.value)) return fail('recordingExempt');
  const { by, action } = why;
  const about = aboutRecording(found.value);
  const written = await audit.append({ at: clock.now(), by, action, subject: recordingId, about });
  if (!written.ok) return written;
  const removed = await recordings.remove(recordingId, clock.now());
  if (!removed.ok) return removed;
  if (!removed.value) {
    // Somebody said in this moment that it is to be kept; or somebody else removed it.
    const still = await recordings.find(recordingId);
    if (!still.ok) return still;
    if (still.value !== null) return fail('recordingExempt');
  }
  await removeObjects(review, recordingId);
  return removed.value ? ok(found.value) : fail('noSuchRecording');
}

/** Sound, MP3 and picture; also of one that has none. */
export async function removeObjects(
  { recordingStore, log }: Pick<Review, 'recordingStore' | 'log'>,
  recordingId: string,
): Promise<Result<void, StorageFailure>> {
  for (const key of [soundKey(recordingId, 'wav'), soundKey(recordingId, 'mp3'), peaksKey(recordingId)]) {
    const removed = await recordingStore.remove(key);
    if (!removed.ok) {
      log.warn({ recordingId, why: removed.error }, 'sound of a deleted recording is left until the next sweep');
      return removed;
    }
  }
  return ok();
}
