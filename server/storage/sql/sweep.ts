import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

const dayMs = 24 * 3_600_000;
/** Rows a statement, so that none holds others up. */
const batch = 1_000;

/**
 * Deletes what nobody needs any more: events that belong to no call after a day, ended sessions and unused consoles after
 * sixty, links to recordings that have expired. Who did what to what stays. Resolves to the number of rows.
 */
export async function sweep(db: NodePgDatabase, now: number): Promise<number> {
  const passing = await inBatches(
    db,
    (limit) => sql`delete from events where sequence in
      (select sequence from events where call_id is null and at < ${now - dayMs} limit ${limit})`,
  );
  const over = await inBatches(
    db,
    (limit) => sql`delete from sessions where id in
      (select id from sessions where ended_at < ${now - 60 * dayMs} limit ${limit})`,
  );
  const unused = await inBatches(
    db,
    (limit) => sql`delete from consoles where signed_in_at < ${now - 60 * dayMs} and id in
      (select id from consoles where signed_in_at < ${now - 60 * dayMs}
        and not exists (select from sessions where console_id = consoles.id) limit ${limit})`,
  );
  const expired = await inBatches(
    db,
    (limit) => sql`delete from recording_shares where token_hash in
      (select token_hash from recording_shares where expires_at <= ${now} limit ${limit})`,
  );
  return passing + over + unused + expired;
}

async function inBatches(db: NodePgDatabase, statement: (limit: number) => ReturnType<typeof sql>): Promise<number> {
  let deleted = 0;
  for (;;) {
    const count = (await db.execute(statement(batch))).rowCount ?? 0;
    deleted += count;
    if (count < batch) return deleted;
  }
}
