import { and, count, desc, eq, inArray, isNull, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { replySchema } from '../../../shared/protocol/replies.ts';
import { streamBodySchema, type StreamEvent } from '../../../shared/protocol/stream.ts';
import type { Reply } from '../../../shared/reply/reply.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { ReplyQuery, ReplyStore } from '../../ports/stores.ts';
import { searchTextOf } from '../reply-search.ts';
import { wantedText } from '../search-text.ts';
import { storableText, toStored } from '../stored-json.ts';
import { keepReply } from './keep-reply.ts';
import { likePart } from './like-part.ts';
import { replies } from './schema/replies.ts';
import type { SqlContext } from './sql-context.ts';

const rowSchema = z.object({ snapshot: replySchema });
const sequenceSchema = z.object({ sequence: z.coerce.number().int() });
const countSchema = z.object({ count: z.number().int() });
const columns = { snapshot: replies.snapshot };
const toReplies = (rows: readonly unknown[]): readonly Reply[] => rows.map((row) => rowSchema.parse(row).snapshot);

/** `told` hears of what this server stores without the detour over the database. */
export function sqlReplies(context: SqlContext, told: (event: StreamEvent) => void): ReplyStore {
  const { db, guard } = context;
  const select = () => db.select(columns).from(replies);
  return {
    keep: (reply, at) => keep(context, told, reply, at),
    find: (replyId) => guard(async () => toReplies(await select().where(eq(replies.id, replyId)))[0] ?? null),
    list: (query) =>
      guard(async () =>
        toReplies(await select().where(conditionOf(query)).orderBy(desc(replies.sentAt)).limit(query.limit)),
      ),
    count: (query) =>
      guard(async () => {
        const [row] = await db.select({ count: count() }).from(replies).where(conditionOf(query));
        return countSchema.parse(row).count;
      }),
    unfinished: () => guard(async () => toReplies(await select().where(isNull(replies.answer)))),
  };
}

async function keep(
  { pool, db, guard }: SqlContext,
  told: (event: StreamEvent) => void,
  given: Reply,
  at: number,
): ReturnType<ReplyStore['keep']> {
  const { text: snapshot, value: reply } = toStored(replySchema, given);
  const body = toStored(streamBodySchema, { kind: 'reply', reply });
  const values = [reply.id, reply.version, snapshot, at, body.text, storableText(searchTextOf(reply))];
  const kept = await guard(async () => {
    const { rows } = await pool.query<{ sequence: unknown }>({ ...keepReply, values });
    return rows[0] === undefined ? null : sequenceSchema.parse(rows[0]).sequence;
  });
  if (!kept.ok) return kept;
  if (kept.value !== null) {
    told({ sequence: kept.value, at, body: body.value });
    return ok();
  }
  // Whoever lost the connection in mid-answer asks again: what is stored may be their own.
  const stored = await guard(
    async () => toReplies(await db.select(columns).from(replies).where(eq(replies.id, reply.id)))[0],
  );
  if (!stored.ok) return stored;
  const same = stored.value !== undefined && toStored(replySchema, stored.value).text === snapshot;
  return same ? ok() : fail('conflict');
}

function conditionOf({
  before,
  handled,
  answer,
  without,
  answered,
  sentBy,
  search,
  seenBy,
}: Omit<ReplyQuery, 'limit'>): SQL | undefined {
  return and(
    before === undefined ? undefined : lt(replies.sentAt, before),
    handled === undefined ? undefined : eq(replies.handled, handled),
    answer === undefined ? undefined : eq(replies.answer, answer),
    without === undefined ? undefined : sql`${replies.answer} is distinct from ${without}`,
    answered === undefined ? undefined : sql`(${replies.answer} is not null) = ${answered}`,
    sentBy === undefined ? undefined : eq(replies.byUserId, sentBy),
    search === undefined ? undefined : like(replies.search, likePart(storableText(wantedText(search)))),
    seenBy && or(eq(replies.byUserId, seenBy.userId), inArray(replies.queueId, [...seenBy.queueIds])),
  );
}
