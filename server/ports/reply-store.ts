import type { Reply, ReplyAnswer } from '../../shared/reply/reply.ts';
import type { Result } from '../../shared/result.ts';
import type { Stored, StoreFailure } from './stores.ts';

/** The latest first. What is left out does not matter. */
export type ReplyQuery = {
  readonly limit: number;
  /** Sent before this time (ms since the epoch), for paging. */
  readonly before?: number;
  readonly handled?: boolean;
  readonly answer?: ReplyAnswer;
  /** Whether the caller has answered, or left. */
  readonly answered?: boolean;
  /** Part of a name, a number or the text, whatever its case. */
  readonly search?: string;
  /** Only those of these queues, and those this user sent. */
  readonly seenBy?: { readonly userId: string; readonly queueIds: readonly string[] };
};

/** The replies that were sent, and what came of them. */
export interface ReplyStore {
  /**
   * Keeps a reply as it is now and says so in the stream, together. `conflict`: the stored version is not the one before;
   * somebody else decided first, nothing was changed. Keeping the very same thing twice is keeping it once.
   */
  keep(reply: Reply, at: number): Promise<Result<void, StoreFailure | 'conflict'>>;
  find(replyId: string): Stored<Reply | null>;
  list(query: ReplyQuery): Stored<readonly Reply[]>;
  /** How many of those the query is about, however many its limit lets through. */
  count(query: Omit<ReplyQuery, 'limit' | 'before'>): Stored<number>;
  /** Those whose caller has neither answered nor left. */
  unfinished(): Stored<readonly Reply[]>;
}
