import type { Agent } from '../../shared/call/call.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

/** Others may change the same reply in the same instant, but not for ever. */
const attempts = 5;

/** Somebody has seen to a reply: it is dismissed for everybody. Who was first stays, and is who is answered. */
export async function handleReply(
  desk: Pick<Desk, 'replies' | 'clock' | 'log'>,
  replyId: string,
  { userId, name }: Pick<Agent, 'userId' | 'name'>,
): Promise<Result<Reply, StoreFailure | 'noSuchReply'>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await desk.replies.find(replyId);
    if (!found.ok) return found;
    if (found.value === null) return fail('noSuchReply');
    if (found.value.handled !== null) return ok(found.value);
    const at = desk.clock.now();
    const handled = { ...found.value, version: found.value.version + 1, handled: { at, by: { userId, name } } };
    const kept = await desk.replies.keep(handled, at);
    if (kept.ok) return ok(handled);
    if (kept.error !== 'conflict') return fail(kept.error);
  }
  desk.log.error({ replyId }, 'a reply is changed over and over');
  return fail('databaseUnavailable');
}
