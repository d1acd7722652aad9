import type { Reply } from '../../../shared/reply/reply.ts';
import { replySchema } from '../../../shared/protocol/replies.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ReplyQuery, ReplyStore } from '../../ports/stores.ts';
import { searchTextOf } from '../reply-search.ts';
import { wantedText } from '../search-text.ts';
import { toStored } from '../stored-json.ts';
import { publish } from './memory-events.ts';
import { answer, attempt, type MemoryState } from './memory-state.ts';

export function memoryReplies(state: MemoryState): ReplyStore {
  const latest = (): readonly Reply[] => [...state.replies.values()].sort((a, b) => b.sentAt - a.sentAt);
  const matching = (query: Omit<ReplyQuery, 'limit'>): readonly Reply[] =>
    latest().filter((reply) => matches(reply, query));
  return {
    keep: (reply, at) => attempt(state, () => keep(state, reply, at)),
    find: (replyId) => answer(state, () => state.replies.get(replyId) ?? null),
    list: (query) => answer(state, () => matching(query).slice(0, query.limit)),
    count: (query) => answer(state, () => matching(query).length),
    unfinished: () => answer(state, () => latest().filter((reply) => reply.answer === null)),
  };
}

function keep(state: MemoryState, given: Reply, at: number): Result<void, 'conflict'> {
  const { text, value: reply } = toStored(replySchema, given);
  const before = state.replies.get(reply.id);
  if ((before?.version ?? 0) !== reply.version - 1) {
    return before !== undefined && toStored(replySchema, before).text === text ? ok() : fail('conflict');
  }
  state.replies.set(reply.id, reply);
  publish(state, { kind: 'reply', reply }, at);
  return ok();
}

function matches(
  reply: Reply,
  { before, handled, answer: kind, without, answered, sentBy, search, seenBy }: Omit<ReplyQuery, 'limit'>,
): boolean {
  const seen =
    seenBy === undefined || reply.by.userId === seenBy.userId || seenBy.queueIds.includes(reply.queue?.id ?? '');
  return (
    seen &&
    (before === undefined || reply.sentAt < before) &&
    (handled === undefined || (reply.handled !== null) === handled) &&
    (kind === undefined || reply.answer === kind) &&
    (without === undefined || reply.answer !== without) &&
    (answered === undefined || (reply.answer !== null) === answered) &&
    (sentBy === undefined || reply.by.userId === sentBy) &&
    (search === undefined || searchTextOf(reply).includes(wantedText(search)))
  );
}
