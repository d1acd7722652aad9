import { createHash } from 'node:crypto';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Result } from '../../shared/result.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import { seeRecording, type Seen } from '../calls/see-recording.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { viewerOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';

/** Of a share link only this is kept. */
export const hashOfShare = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A recording this person may hear: theirs, or by a link that somebody shared. */
export async function seenRecording(
  parts: Pick<HttpParts, 'directory' | 'review'>,
  by: SignedIn,
  recordingId: string,
  share?: string,
): Promise<Result<Seen, StoreFailure | 'noSuchRecording'>> {
  const viewer = await viewerOf(parts, by);
  if (!viewer.ok) return viewer;
  return seeRecording(parts.review, viewer.value, recordingId, share === undefined ? null : hashOfShare(share));
}

/** One that is theirs: a link that lets somebody hear it lets them change nothing. */
export async function ownRecording(
  parts: Pick<HttpParts, 'directory' | 'review'>,
  by: SignedIn,
  recordingId: string,
): Promise<Result<Recording, StoreFailure | 'noSuchRecording'>> {
  const seen = await seenRecording(parts, by, recordingId);
  return seen.ok ? { ok: true, value: seen.value.recording } : seen;
}
