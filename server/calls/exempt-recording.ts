import type { Recording, RecordedPerson } from '../../shared/recording/recording.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { aboutRecording } from './about-recording.ts';
import { changeRecording } from './change-recording.ts';
import { exempted } from './recording-changes.ts';
import type { Review } from './review.ts';

/** Keeps a recording beyond its time, or no longer. It is written down first: the log may say more than was done, never less. */
export async function exemptRecording(
  review: Review,
  recordingId: string,
  isExempt: boolean,
  by: RecordedPerson,
): Promise<Result<Recording, StoreFailure | 'noSuchRecording'>> {
  const found = await review.recordings.find(recordingId);
  if (!found.ok) return found;
  if (found.value === null) return fail('noSuchRecording');
  if ((found.value.exempt !== null) !== isExempt) {
    const written = await review.audit.append({
      at: review.clock.now(),
      by,
      action: isExempt ? 'recordingExempted' : 'recordingUnexempted',
      subject: recordingId,
      about: aboutRecording(found.value),
    });
    if (!written.ok) return written;
  }
  return changeRecording(review, recordingId, exempted(isExempt, by));
}
