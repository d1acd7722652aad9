import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { StoreFailure } from '../../ports/stores.ts';
import { queueMembers, queues } from './schema/directory.ts';
import { users } from './schema/users.ts';
import type { SqlContext } from './sql-context.ts';
import { transact } from './transact.ts';
import { unlessMissing } from './unless-missing.ts';

type Failure = 'noSuchUser' | 'noSuchQueue';

/** Makes somebody a member of these queues and no others; in a new one they come last. */
export async function setQueuesOf(
  { pool, guard }: SqlContext,
  userId: string,
  queueIds: readonly string[],
): Promise<Result<void, StoreFailure | Failure>> {
  const wanted = [...new Set(queueIds)];
  let refused: Failure | null = null;
  const set = async (tx: NodePgDatabase): Promise<void> => {
    refused = await missing(tx, userId, wanted);
    if (refused !== null) return;
    const theirs = eq(queueMembers.userId, userId);
    await tx.delete(queueMembers).where(and(theirs, notInArray(queueMembers.queueId, wanted)));
    const last = sql<number>`(select coalesce(max(${queueMembers.position}), -1) + 1 from ${queueMembers})`;
    const rows = wanted.map((queueId) => ({ queueId, userId, position: last }));
    if (rows.length > 0) await tx.insert(queueMembers).values(rows).onConflictDoNothing();
  };
  const done = await guard(() => unlessMissing(() => transact(pool, set)));
  if (!done.ok) return done;
  // What was there when it was looked for may be gone when it is referred to.
  const failure = done.value ? refused : 'noSuchQueue';
  return failure === null ? ok() : fail(failure);
}

async function missing(tx: NodePgDatabase, userId: string, queueIds: readonly string[]): Promise<Failure | null> {
  const user = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  if (user.length === 0) return 'noSuchUser';
  const found = await tx
    .select({ id: queues.id })
    .from(queues)
    .where(inArray(queues.id, [...queueIds]));
  return found.length < queueIds.length ? 'noSuchQueue' : null;
}
