import { ok, type Result } from '../../shared/result.ts';
import type { AuditAction } from '../ports/audit-log.ts';
import type { StorageFailure } from '../ports/recording-store.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { removeObjects } from './delete-recording.ts';
import type { Review } from './review.ts';

const atATime = 200;
/** What the audit log says of a recording that is no more. */
export const deletions: readonly AuditAction[] = ['recordingDeleted', 'recordingExpired'];

/**
 * Sees that of what was deleted since then (ms since the epoch) no sound is left: the server may have died, or the store have been out of
 * reach, between the row and the sound; an MP3 may have come late. The audit log knows what was deleted.
 */
export async function removeRemains(
  review: Review,
  since: number,
): Promise<Result<void, StoreFailure | StorageFailure>> {
  for (const action of deletions) {
    let before: number | undefined;
    do {
      const page = await review.audit.list({ action, limit: atATime, ...(before !== undefined && { before }) });
      if (!page.ok) return page;
      const recent = page.value.filter(({ at }) => at >= since);
      for (const { subject } of recent) {
        const removed = await removeIfGone(review, subject);
        if (!removed.ok) return removed;
      }
      before = recent.length === atATime ? recent.at(-1)?.id : undefined;
    } while (before !== undefined);
  }
  return ok();
}

/** What was to be deleted, and was not, has an entry and a row. */
async function removeIfGone(review: Review, recordingId: string) {
  const found = await review.recordings.find(recordingId);
  if (!found.ok || found.value !== null) return found.ok ? ok() : found;
  return removeObjects(review, recordingId);
}
