import { asc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { openSpanSchema } from '../../../shared/protocol/directory.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Directory, Queue, Stored, StoreFailure } from '../../ports/stores.ts';
import { storableText } from '../stored-json.ts';
import { isMissing } from './pg-failure.ts';
import { numbers, queueMembers, queues } from './schema/directory.ts';
import type { SqlContext } from './sql-context.ts';
import { transact } from './transact.ts';

const columns = {
  id: queues.id,
  name: queues.name,
  answerWithinSeconds: queues.answerWithinSeconds,
  openingHours: queues.openingHours,
  timeZone: queues.timeZone,
};
const byName = [sql`${queues.name} collate "C"`, sql`${queues.id} collate "C"`];

const queueRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  answerWithinSeconds: z.number().int(),
  openingHours: z.array(openSpanSchema).nullable(),
  timeZone: z.string(),
}) satisfies z.ZodType<Queue>;
const numberRowSchema = z.object({ number: z.string(), queueId: z.string() });
const memberRowSchema = z.object({ userId: z.string() });

const toQueues = (rows: readonly unknown[]): readonly Queue[] => rows.map((row) => queueRowSchema.parse(row));

/** Whether a foreign key let the work be done. */
async function unlessMissing(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

export class SqlDirectory implements Directory {
  readonly #context: SqlContext;

  constructor(context: SqlContext) {
    this.#context = context;
  }

  routeOf(dialled: string): Stored<Queue | null> {
    const { db, guard } = this.#context;
    const route = db.select(columns).from(numbers).innerJoin(queues, eq(queues.id, numbers.queueId));
    return guard(async () => toQueues(await route.where(eq(numbers.number, storableText(dialled))))[0] ?? null);
  }

  queuesOf(userId: string): Stored<readonly Queue[]> {
    const { db, guard } = this.#context;
    const all = db.select(columns).from(queueMembers).innerJoin(queues, eq(queues.id, queueMembers.queueId));
    const theirs = all.where(eq(queueMembers.userId, userId));
    return guard(async () => toQueues(await theirs.orderBy(...byName)));
  }

  membersOf(queueId: string): Stored<readonly string[]> {
    const { db, guard } = this.#context;
    const members = db.select({ userId: queueMembers.userId }).from(queueMembers);
    return guard(async () => {
      const rows = await members.where(eq(queueMembers.queueId, queueId)).orderBy(asc(queueMembers.position));
      return rows.map((row) => memberRowSchema.parse(row).userId);
    });
  }

  queues(): Stored<readonly Queue[]> {
    const { db, guard } = this.#context;
    const all = db.select(columns).from(queues);
    return guard(async () => toQueues(await all.orderBy(...byName)));
  }

  numbers(): Stored<readonly { readonly number: string; readonly queueId: string }[]> {
    const { db, guard } = this.#context;
    const all = db.select({ number: numbers.number, queueId: numbers.queueId }).from(numbers);
    return guard(async () => {
      const rows = await all.orderBy(sql`${numbers.number} collate "C"`);
      return rows.map((row) => numberRowSchema.parse(row));
    });
  }

  async saveQueue(
    { id, ...queue }: Queue,
    memberIds: readonly string[],
  ): Promise<Result<void, StoreFailure | 'noSuchUser'>> {
    const { pool, guard } = this.#context;
    const { answerWithinSeconds, openingHours, timeZone } = queue;
    const fields = { name: storableText(queue.name), answerWithinSeconds, openingHours, timeZone };
    const members = [...new Set(memberIds)].map((userId, position) => ({ queueId: id, userId, position }));
    const save = async (tx: NodePgDatabase): Promise<void> => {
      const insert = tx.insert(queues).values({ id, ...fields });
      await insert.onConflictDoUpdate({ target: queues.id, set: fields });
      await tx.delete(queueMembers).where(eq(queueMembers.queueId, id));
      if (members.length > 0) await tx.insert(queueMembers).values(members);
    };
    const saved = await guard(() => unlessMissing(() => transact(pool, save)));
    if (!saved.ok) return saved;
    return saved.value ? ok() : fail('noSuchUser');
  }

  async saveNumber(number: string, queueId: string): Promise<Result<void, StoreFailure | 'noSuchQueue'>> {
    const { db, guard } = this.#context;
    const insert = db.insert(numbers).values({ number, queueId });
    const upsert = insert.onConflictDoUpdate({ target: numbers.number, set: { queueId } });
    const saved = await guard(() => unlessMissing(() => upsert.execute()));
    if (!saved.ok) return saved;
    return saved.value ? ok() : fail('noSuchQueue');
  }

  removeNumber(number: string): Stored<boolean> {
    const { db, guard } = this.#context;
    const removed = db.delete(numbers).where(eq(numbers.number, number)).returning({ number: numbers.number });
    return guard(async () => (await removed).length > 0);
  }
}
