import { eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { StoreFailure } from '../../ports/stores.ts';
import { numbers, queues } from './schema/directory.ts';
import type { SqlContext } from './sql-context.ts';
import { transact } from './transact.ts';
import { unlessMissing } from './unless-missing.ts';

/** Takes a queue away; its numbers lead to another from then on, or nowhere. False when there was none. */
export async function removeQueue(
  { pool, guard }: SqlContext,
  queueId: string,
  numbersTo: string | null,
): Promise<Result<boolean, StoreFailure | 'noSuchQueue'>> {
  if (numbersTo === queueId) return fail('noSuchQueue');
  let wasThere = false;
  const remove = async (tx: NodePgDatabase): Promise<void> => {
    // Whoever leads a number here at the same time waits, and then finds it gone.
    await tx.select({ id: queues.id }).from(queues).where(eq(queues.id, queueId)).for('update');
    await tx.update(numbers).set({ queueId: numbersTo }).where(eq(numbers.queueId, queueId));
    const removed = await tx.delete(queues).where(eq(queues.id, queueId)).returning({ id: queues.id });
    wasThere = removed.length > 0;
  };
  const done = await guard(() => unlessMissing(() => transact(pool, remove)));
  if (!done.ok) return done;
  return done.value ? ok(wasThere) : fail('noSuchQueue');
}
