import type { Recording, RecordedPerson } from '../../shared/recording/recording.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { aboutRecording } from './about-recording.ts';
import type { Review } from './review.ts';

const dayMs = 86_400_000;

/** A word that lets whoever is signed in hear this recording for some days. Only its hash is kept; it is written down who shared. */
export async function shareRecording(
  { recordings, audit, clock }: Pick<Review, 'recordings' | 'audit' | 'clock'>,
  recording: Recording,
  by: RecordedPerson,
  { tokenHash, days }: { readonly tokenHash: string; readonly days: number },
): Promise<Result<{ readonly expiresAt: number }, StoreFailure>> {
  const now = clock.now();
  const expiresAt = now + days * dayMs;
  const about = `${aboutRecording(recording)}; for ${days === 1 ? '1 day' : `${days} days`}`;
  const written = await audit.append({ at: now, by, action: 'recordingShared', subject: recording.id, about });
  if (!written.ok) return written;
  const shared = await recordings.share({
    tokenHash,
    recordingId: recording.id,
    byUserId: by.userId,
    createdAt: now,
    expiresAt,
  });
  return shared.ok ? ok({ expiresAt }) : shared;
}
