import type { Recording } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Viewer } from './may-see.ts';
import { maySeeRecording } from './may-see-recording.ts';
import type { Review } from './review.ts';

/** `right`: it is theirs to hear and to change. `share`: somebody sent them a link; they may hear it, until the link expires. */
export type Seen = { readonly recording: Recording; readonly through: 'right' | 'share' };

/** A recording this person may hear. What is not theirs is not there: the answer is the same. */
export async function seeRecording(
  { recordings, clock }: Pick<Review, 'recordings' | 'clock'>,
  viewer: Viewer,
  recordingId: string,
  /** The SHA-256 (hex) of the word in a share link. */
  shareHash: string | null = null,
): Promise<Result<Seen, StoreFailure | 'noSuchRecording'>> {
  const found = await recordings.find(recordingId);
  if (!found.ok) return found;
  if (found.value === null) return fail('noSuchRecording');
  if (maySeeRecording(viewer, found.value)) return ok({ recording: found.value, through: 'right' });
  if (shareHash === null) return fail('noSuchRecording');
  const share = await recordings.shareOf(shareHash, clock.now());
  if (!share.ok) return share;
  if (share.value?.recordingId !== recordingId) return fail('noSuchRecording');
  return ok({ recording: found.value, through: 'share' });
}
