import type { SweepReport } from '../../shared/protocol/system-health.ts';
import { removeRecording } from './delete-recording.ts';
import { removeRemains } from './remove-remains.ts';
import type { Review } from './review.ts';

/** At a time; a sweep goes on until nothing is due. */
const atATime = 100;

/** Two nights, should one have been missed. */
const remainsMs = 2 * 86_400_000;

/** Deletes the recordings whose time is over and that nobody keeps: sound, transcript and all. Each is in the audit log. */
export async function sweepRecordings(review: Review): Promise<SweepReport> {
  const at = review.clock.now();
  const remains = await removeRemains(review, at - remainsMs);
  return remains.ok ? deleteDue(review, at) : { at, deleted: 0, failed: true };
}

async function deleteDue(review: Review, at: number): Promise<SweepReport> {
  let deleted = 0;
  for (;;) {
    const due = await review.recordings.due(at, atATime);
    if (!due.ok) return { at, deleted, failed: true };
    const before = deleted;
    for (const { id } of due.value) {
      const removed = await removeRecording(review, id, {
        by: null,
        action: 'recordingExpired',
        // Somebody may have kept it in the meantime.
        unless: ({ exempt, keepUntil }) => exempt !== null || keepUntil === null || keepUntil > at,
      });
      if (removed.ok) deleted += 1;
      else if (removed.error !== 'noSuchRecording' && removed.error !== 'recordingExempt') {
        return { at, deleted, failed: true };
      }
    }
    if (due.value.length < atATime || deleted === before) return { at, deleted, failed: false };
  }
}
