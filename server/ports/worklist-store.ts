import type { WorkItem } from '../../shared/worklist/worklist.ts';
import type { Result } from '../../shared/result.ts';
import type { Stored, StoreFailure } from './stored.ts';

/** What is left out does not matter. */
export type WorklistQuery = {
  readonly done?: boolean;
  /** Done at or after this time (ms since the epoch). */
  readonly doneSince?: number;
  readonly ownerUserId?: string;
  readonly queueId?: string;
  /** Part of a name or a number, whatever its case. */
  readonly search?: string;
  /** Only those of these queues, and those this user owns. */
  readonly seenBy?: { readonly userId: string; readonly queueIds: readonly string[] };
};

/** The callers to be called back. */
export interface WorklistStore {
  /**
   * Keeps an entry as it is now and says so in the stream, together. `conflict`: the stored version is not the one before, or another
   * entry of the same number and queue is open already; nothing was changed. Keeping the very same thing twice is keeping it once.
   */
  keep(item: WorkItem, at: number): Promise<Result<void, StoreFailure | 'conflict'>>;
  find(itemId: string): Stored<WorkItem | null>;
  /** The entry that is open for a caller's number, whatever its queue when `queueId` is undefined. */
  openOf(number: string, queueId?: string | null): Stored<readonly WorkItem[]>;
  /** The entry that is about a call. */
  ofCall(callId: string): Stored<WorkItem | null>;
  /** The latest first. */
  list(query: WorklistQuery & { readonly limit: number }): Stored<readonly WorkItem[]>;
  count(query: WorklistQuery): Stored<number>;
}
