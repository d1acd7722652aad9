import { asc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import {
  openExceptionSchema,
  openSpanSchema,
  recordingRuleSchema,
  voicemailRuleSchema,
} from '../../../shared/protocol/directory.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Directory, OwnNumber, Queue, Stored, StoreFailure } from '../../ports/stores.ts';
import { storableText } from '../stored-json.ts';
import { numbers, queueMembers, queues } from './schema/directory.ts';
import { removeQueue } from './remove-queue.ts';
import { setQueuesOf } from './set-queues-of.ts';
import type { SqlContext } from './sql-context.ts';
import { transact } from './transact.ts';
import { unlessMissing } from './unless-missing.ts';

const columns = {
  id: queues.id,
  name: queues.name,
  answerWithinSeconds: queues.answerWithinSeconds,
  openingHours: queues.openingHours,
  exceptions: queues.exceptions,
  timeZone: queues.timeZone,
  recording: queues.recording,
  voicemail: queues.voicemail,
};
const memberColumns = { queueId: queueMembers.queueId, userId: queueMembers.userId };
const byName = [sql`${queues.name} collate "C"`, sql`${queues.id} collate "C"`];

const queueRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  answerWithinSeconds: z.number().int(),
  openingHours: z.array(openSpanSchema).nullable(),
  exceptions: z.array(openExceptionSchema),
  timeZone: z.string(),
  recording: recordingRuleSchema,
  voicemail: voicemailRuleSchema,
}) satisfies z.ZodType<Queue>;
const numberRowSchema = z.object({ number: z.string(), queueId: z.string().nullable() });
const memberRowSchema = z.object({ queueId: z.string(), userId: z.string() });

const toQueues = (rows: readonly unknown[]): readonly Queue[] => rows.map((row) => queueRowSchema.parse(row));

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
    const members = db.select(memberColumns).from(queueMembers);
    return guard(async () => {
      const rows = await members.where(eq(queueMembers.queueId, queueId)).orderBy(asc(queueMembers.position));
      return rows.map((row) => memberRowSchema.parse(row).userId);
    });
  }

  members(): Stored<ReadonlyMap<string, readonly string[]>> {
    const { db, guard } = this.#context;
    const all = db.select(memberColumns).from(queueMembers);
    return guard(async () => {
      const members = new Map<string, string[]>();
      for (const row of await all.orderBy(asc(queueMembers.position))) {
        const { queueId, userId } = memberRowSchema.parse(row);
        members.set(queueId, [...(members.get(queueId) ?? []), userId]);
      }
      return members;
    });
  }

  queues(): Stored<readonly Queue[]> {
    const { db, guard } = this.#context;
    const all = db.select(columns).from(queues);
    return guard(async () => toQueues(await all.orderBy(...byName)));
  }

  numbers(): Stored<readonly OwnNumber[]> {
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
    const fields = { ...queue, name: storableText(queue.name), voicemail: storableVoicemail(queue.voicemail) };
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

  removeQueue(queueId: string, numbersTo: string | null): Promise<Result<boolean, StoreFailure | 'noSuchQueue'>> {
    return removeQueue(this.#context, queueId, numbersTo);
  }

  setQueuesOf(
    userId: string,
    queueIds: readonly string[],
  ): Promise<Result<void, StoreFailure | 'noSuchUser' | 'noSuchQueue'>> {
    return setQueuesOf(this.#context, userId, queueIds);
  }

  async saveNumber(number: string, queueId: string | null): Promise<Result<void, StoreFailure | 'noSuchQueue'>> {
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

const storableVoicemail = (rule: Queue['voicemail']): Queue['voicemail'] => ({
  ...rule,
  greeting: storableText(rule.greeting),
});
