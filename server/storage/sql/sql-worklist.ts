import { and, count, desc, eq, gte, inArray, isNull, like, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { streamBodySchema, type StreamEvent } from '../../../shared/protocol/stream.ts';
import { workItemSchema } from '../../../shared/protocol/worklist.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import type { WorklistQuery, WorklistStore } from '../../ports/worklist-store.ts';
import { wantedText } from '../search-text.ts';
import { storableText, toStored } from '../stored-json.ts';
import { searchTextOf } from '../worklist-search.ts';
import { keepWorkItem } from './keep-work-item.ts';
import { likePart } from './like-part.ts';
import { isTaken } from './pg-failure.ts';
import { worklist } from './schema/worklist.ts';
import type { SqlContext } from './sql-context.ts';

const rowSchema = z.object({ snapshot: workItemSchema });
const sequenceSchema = z.object({ sequence: z.coerce.number().int() });
const countSchema = z.object({ count: z.number().int() });
const toItems = (rows: readonly unknown[]): readonly WorkItem[] => rows.map((row) => rowSchema.parse(row).snapshot);

/** `told` hears of what this server stores without the detour over the database. */
export function sqlWorklist(context: SqlContext, told: (event: StreamEvent) => void): WorklistStore {
  const { db, guard } = context;
  const select = (condition: SQL | undefined) =>
    db
      .select({ snapshot: worklist.snapshot })
      .from(worklist)
      .where(condition)
      .orderBy(desc(worklist.missedAt), desc(worklist.id));
  const find = (itemId: string) => guard(async () => toItems(await select(eq(worklist.id, itemId)))[0] ?? null);
  return {
    keep: (item, at) => keep(context, find, told, item, at),
    find,
    openOf: (number, queueId) =>
      guard(async () =>
        toItems(await select(and(eq(worklist.done, false), eq(worklist.callerNumber, number), ofQueue(queueId)))),
      ),
    ofCall: (callId) => guard(async () => toItems(await select(eq(worklist.callId, callId)).limit(1))[0] ?? null),
    list: (query) => guard(async () => toItems(await select(conditionOf(query)).limit(query.limit))),
    count: (query) =>
      guard(async () => {
        const [row] = await db.select({ count: count() }).from(worklist).where(conditionOf(query));
        return countSchema.parse(row).count;
      }),
  };
}

async function keep(
  { pool, guard }: SqlContext,
  find: WorklistStore['find'],
  told: (event: StreamEvent) => void,
  given: WorkItem,
  at: number,
): ReturnType<WorklistStore['keep']> {
  const { text: snapshot, value: item } = toStored(workItemSchema, given);
  const body = toStored(streamBodySchema, { kind: 'workItem', item });
  const values = [item.id, item.version, snapshot, at, body.text, storableText(searchTextOf(item))];
  const kept = await guard(() =>
    nullWhenTaken(async () => {
      const { rows } = await pool.query<{ sequence: unknown }>({ ...keepWorkItem, values });
      return rows[0] === undefined ? null : sequenceSchema.parse(rows[0]).sequence;
    }),
  );
  if (!kept.ok) return kept;
  if (kept.value !== null) {
    told({ sequence: kept.value, at, body: body.value });
    return ok();
  }
  // Whoever lost the connection in mid-answer asks again: what is stored may be their own.
  const stored = await find(item.id);
  if (!stored.ok) return stored;
  const same = stored.value !== null && toStored(workItemSchema, stored.value).text === snapshot;
  return same ? ok() : fail('conflict');
}

/** One that is opened again may find that another of its number and queue is open. */
async function nullWhenTaken<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}

function ofQueue(queueId: string | null | undefined): SQL | undefined {
  if (queueId === undefined) return undefined;
  return queueId === null ? isNull(worklist.queueId) : eq(worklist.queueId, queueId);
}

function conditionOf({ done, doneSince, ownerUserId, queueId, search, seenBy }: WorklistQuery): SQL | undefined {
  return and(
    done === undefined ? undefined : eq(worklist.done, done),
    doneSince === undefined ? undefined : gte(worklist.doneAt, doneSince),
    ownerUserId === undefined ? undefined : eq(worklist.ownerUserId, ownerUserId),
    ofQueue(queueId),
    search === undefined ? undefined : like(worklist.search, likePart(storableText(wantedText(search)))),
    seenBy && or(eq(worklist.ownerUserId, seenBy.userId), inArray(worklist.queueId, [...seenBy.queueIds])),
  );
}
