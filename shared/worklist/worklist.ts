import type { Caller, QueueRef } from '../call/call.ts';
import type { Deed, RecordedPerson } from '../recording/recording.ts';

/**
 * A caller to be called back: missed, or left with an open answer. Several calls of one number to one queue are one entry until it
 * is done. Times are milliseconds since the epoch.
 */
export type WorkItem = {
  readonly id: string;
  /** Counts its changes. */
  readonly version: number;
  /** The latest call it is about; the others are found by the number. */
  readonly callId: string;
  readonly queue: QueueRef | null;
  readonly caller: Pick<Caller, 'number' | 'name' | 'withheld'>;
  /** Of the latest call. */
  readonly missedAt: number;
  readonly waitedMs: number;
  /** How often they have called in vain. */
  readonly tries: number;
  readonly what: WorkReason;
  readonly replyId: string | null;
  readonly recordingId: string | null;
  /** The number to call: what was keyed in an urgent answer, else the caller's. Null: withheld. */
  readonly callBackOn: string | null;
  /** Who calls back; null: nobody has said so. */
  readonly owner: RecordedPerson | null;
  readonly ownedAt: number | null;
  /** For when the owner was asked to, if ever. */
  readonly dueAt: number | null;
  /** `spoken`: somebody has talked to them since. `marked`: somebody said so. */
  readonly done: (Deed & { readonly how: 'spoken' | 'marked' }) | null;
};

export type WorkReason = 'abandoned' | 'missed' | 'closed' | 'voicemail' | 'urgent' | 'yes' | 'no';
