import type { Agent } from '../../shared/call/call.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

/** Others may change the same reply in the same instant, but not for ever. */
const attempts = 5;

type Handled = Promise<Result<Reply, StoreFailure | 'noSuchReply'>>;
type Replies = Pick<Desk, 'replies' | 'clock' | 'log'>;

/** Somebody has seen to a reply: it is dismissed for everybody. Who was first stays, and is who is answered. */
export const handleReply = (
  desk: Replies,
  replyId: string,
  { userId, name }: Pick<Agent, 'userId' | 'name'>,
): Handled => change(desk, replyId, { userId, name });

/** Nobody has, after all: it is open again for everybody. */
export const reopenReply = (desk: Replies, replyId: string): Handled => change(desk, replyId, null);

async function change(desk: Replies, replyId: string, by: Pick<Agent, 'userId' | 'name'> | null): Handled {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await desk.replies.find(replyId);
    if (!found.ok) return found;
    if (found.value === null) return fail('noSuchReply');
    if ((found.value.handled === null) === (by === null)) return ok(found.value);
    const at = desk.clock.now();
    const handled = { ...found.value, version: found.value.version + 1, handled: by === null ? null : { at, by } };
    const kept = await desk.replies.keep(handled, at);
    if (kept.ok) return ok(handled);
    if (kept.error !== 'conflict') return fail(kept.error);
  }
  desk.log.error({ replyId }, 'a reply is changed over and over');
  return fail('databaseUnavailable');
}
