import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { DatabaseFailure } from './database-failure.ts';
import { causeOf, codeOf, isUnavailable, reasonOf } from './pg-failure.ts';

/** Any number does, as long as nobody else locks it: "Frontdesk" on a telephone's keys. */
const lockKey = 376_683_375;

const lastAppliedSchema = z.object({ last: z.coerce.number().nullable() });

/** When the newest migration in the database was made (ms since the epoch); 0 for an empty one. */
async function lastApplied(client: Client): Promise<number> {
  const { rows: found } = await client.query<{ there: unknown }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  );
  if (found[0]?.there !== true) return 0;
  const { rows } = await client.query<{ last: unknown }>(
    'select max(created_at) as last from drizzle.__drizzle_migrations',
  );
  return lastAppliedSchema.parse(rows[0]).last ?? 0;
}

const tooNew: DatabaseFailure = {
  code: 'databaseTooNew',
  message:
    'A newer version of Frontdesk has already used this database. Start that version, or give this one a database of its own.',
};

/** PostgreSQL's own sentence: it names tables and columns, and a migration's statement holds nobody's data. */
const migrationFailed = (error: unknown): DatabaseFailure => {
  const cause = causeOf(error);
  const said = cause instanceof Error ? cause.message : String(cause);
  return {
    code: 'migrationFailed',
    message: `The database could not be brought up to date (${said}); nothing was changed.`,
  };
};

const busy: DatabaseFailure = {
  code: 'migrationFailed',
  message: 'Another server has been bringing the database up to date for a minute; nothing was changed by this one.',
};

/**
 * Brings the database up to date, in one transaction and one server at a time. The session's time limits are set aside, since
 * a change to a large table takes as long as it takes.
 */
export async function migrate(client: Client, folder: string, log: Log): Promise<Result<void, DatabaseFailure>> {
  const ours = readMigrationFiles({ migrationsFolder: folder });
  const newest = ours.at(-1)?.folderMillis ?? 0;
  try {
    await client.query("set lock_timeout = '60s'; set statement_timeout = 0");
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const last = await lastApplied(client);
    if (last > newest) return fail(tooNew);
    if (last === newest) return ok();
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
    log.info({ from: last, to: newest }, 'The database is up to date');
    return ok();
  } catch (error) {
    const cause = causeOf(error);
    if (codeOf(cause) === '55P03') return fail(busy);
    if (isUnavailable(cause))
      return fail({ code: 'databaseUnavailable', message: `The database went away (${reasonOf(cause)}).` });
    return fail(migrationFailed(error));
  }
}
