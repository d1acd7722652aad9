import type { Reply } from '../../shared/reply/reply.ts';
import { ok } from '../../shared/result.ts';
import type { Stored } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

/** The reply in whose menu the caller was at that time (ms since the epoch); null where they were in none. */
export async function replyAt(
  { calls, replies }: Pick<Desk, 'calls' | 'replies'>,
  callId: string,
  at: number,
): Stored<Reply | null> {
  const story = await calls.eventsOf(callId);
  if (!story.ok) return story;
  const begun = story.value.flatMap((event) =>
    event.type === 'replyStarted' && event.at <= at ? [event.replyId] : [],
  );
  const replyId = begun.at(-1);
  return replyId === undefined ? ok(null) : replies.find(replyId);
}
