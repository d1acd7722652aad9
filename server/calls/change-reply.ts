import type { Reply } from '../../shared/reply/reply.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

/** Others may change the same reply in the same instant, but not for ever. */
const attempts = 5;

/** What is to be different; null: it is as wanted already. */
type Change = (reply: Reply, at: number) => Partial<Omit<Reply, 'id' | 'version'>> | null;

/** Changes a reply on top of what others have changed meanwhile, and tells everybody who may see it. */
export async function changeReply(
  { replies, clock, log }: Pick<Desk, 'replies' | 'clock' | 'log'>,
  replyId: string,
  change: Change,
): Promise<Result<Reply, StoreFailure | 'noSuchReply'>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await replies.find(replyId);
    if (!found.ok) return found;
    if (found.value === null) return fail('noSuchReply');
    const at = clock.now();
    const changes = change(found.value, at);
    if (changes === null) return ok(found.value);
    const changed = { ...found.value, ...changes, version: found.value.version + 1 };
    const kept = await replies.keep(changed, at);
    if (kept.ok) return ok(changed);
    if (kept.error !== 'conflict') return fail(kept.error);
  }
  log.error({ replyId }, 'a reply is changed over and over');
  return fail('databaseUnavailable');
}
