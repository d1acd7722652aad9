import type { Recording, RecordingKind, Transcript } from '../../shared/recording/recording.ts';
import type { Result } from '../../shared/result.ts';
import type { Stored, StoreFailure } from './stored.ts';

/** What is left out does not matter. */
export type RecordingFilter = {
  readonly kind?: RecordingKind;
  /** Parts of words of names, numbers, notes and transcripts; each must be there, whatever its case. */
  readonly search?: string;
  /** Begun at or after `from`, before `to` (ms since the epoch). */
  readonly from?: number;
  readonly to?: number;
  readonly queueId?: string;
  readonly userId?: string;
  /** Milliseconds, both included. */
  readonly shortest?: number;
  readonly longest?: number;
  readonly handled?: boolean;
  /** Only those of these queues, and those in which this user talked. */
  readonly seenBy?: { readonly userId: string; readonly queueIds: readonly string[] };
};

/** Of the words somebody may hear a recording by, only the SHA-256 (hex) is stored. */
export type Share = {
  readonly tokenHash: string;
  readonly recordingId: string;
  readonly byUserId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
};

/** What is known of recordings; their sound is elsewhere. */
export interface RecordingCatalogue {
  /**
   * Keeps a recording as it is now and says so in the stream, together. `conflict`: the stored version is not the one before (also
   * when it has been removed); nothing was changed. Keeping the very same thing twice is keeping it once.
   */
  keep(recording: Recording, at: number): Promise<Result<void, StoreFailure | 'conflict'>>;
  /** Also says so in the stream. False when there was none, or somebody exempted it: it stays. Its transcript and its shares go with it. */
  remove(recordingId: string, at: number): Stored<boolean>;
  find(recordingId: string): Stored<Recording | null>;
  /** Those of one call, the earliest first. */
  ofCall(callId: string): Stored<readonly Recording[]>;
  /** The latest first, and how many there are beyond the limit. */
  list(
    filter: RecordingFilter,
    page: { readonly limit: number; readonly offset: number },
  ): Stored<{ readonly recordings: readonly Recording[]; readonly total: number }>;
  count(filter: RecordingFilter): Stored<number>;
  /** Those whose time is over (`keepUntil` ≤ now) and that nobody exempted, the oldest first. */
  due(now: number, limit: number): Stored<readonly Recording[]>;
  /** Those that wait for their transcript, the oldest first. */
  untranscribed(limit: number): Stored<readonly Recording[]>;

  keepTranscript(transcript: Transcript): Stored<void>;
  transcriptOf(recordingId: string): Stored<Transcript | null>;

  share(share: Share): Stored<void>;
  /** Only while it has not expired. */
  shareOf(tokenHash: string, now: number): Stored<Share | null>;
}
