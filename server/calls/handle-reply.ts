import type { Agent } from '../../shared/call/call.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import type { Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { changeReply } from './change-reply.ts';
import type { Desk } from './desk.ts';

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

const change = (desk: Replies, replyId: string, by: Pick<Agent, 'userId' | 'name'> | null): Handled =>
  changeReply(desk, replyId, ({ handled }, at) => {
    if ((handled === null) === (by === null)) return null;
    return { handled: by === null ? null : { at, by } };
  });
