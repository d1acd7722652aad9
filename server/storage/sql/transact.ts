import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';

/**
 * All of the work or nothing. Not Drizzle's own transaction, which never gives a connection back whose `begin` fails, until
 * the pool has none left. A connection on which anything failed is closed, and PostgreSQL undoes what it had begun.
 */
export async function transact(pool: Pool, work: (tx: NodePgDatabase) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('begin');
    await work(drizzle(client));
    await client.query('commit');
    failed = false;
  } finally {
    client.release(failed);
  }
}
