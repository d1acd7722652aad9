import type { z } from 'zod';
import type { callEndingSchema } from '../../shared/protocol/call-filter.ts';

/** What came of a call, as people ask for it. */
export type CallEnding = z.output<typeof callEndingSchema>;

/** What is left out does not matter. */
export type CallQuery = {
  /** Part of a name, a number or a note, whatever its case. */
  readonly search?: string;
  /** Arrived at or after `from`, before `to` (ms since the epoch). */
  readonly from?: number;
  readonly to?: number;
  readonly queueId?: string;
  /** Who has it, or had it last. */
  readonly userId?: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly ending?: CallEnding;
  /** Only those of these queues, and those this user has or had last. */
  readonly seenBy?: { readonly userId: string; readonly queueIds: readonly string[] };
};
