import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { z } from 'zod';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { within } from '../../../shared/within.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Database, Stored, Stores } from '../../ports/stores.ts';
import { clientOptions } from './client-options.ts';
import type { DatabaseFailure } from './database-failure.ts';
import { EventFeed } from './event-feed.ts';
import { EventListener } from './event-listener.ts';
import { createGuard } from './guard.ts';
import { isUnavailable, reasonOf } from './pg-failure.ts';
import { prepareDatabase } from './prepare-database.ts';
import { readEvents } from './read-events.ts';
import { sqlAudit } from './sql-audit.ts';
import { SqlCalls } from './sql-calls.ts';
import type { SqlContext } from './sql-context.ts';
import { SqlDirectory } from './sql-directory.ts';
import { sqlEvents } from './sql-events.ts';
import { sqlMailOutbox } from './sql-mail-outbox.ts';
import { sqlPeople } from './sql-people.ts';
import { sqlRecordings } from './sql-recordings.ts';
import { sqlReplies } from './sql-replies.ts';
import { sqlSessions } from './sql-sessions.ts';
import { sqlSettings } from './sql-settings.ts';
import { sqlTemplates } from './sql-templates.ts';
import { sqlUsers } from './sql-users.ts';
import { sqlWorklist } from './sql-worklist.ts';
import { sweep } from './sweep.ts';

const pingWithinMs = 2_000;
const closeWithinMs = 3_000;
const sweepEveryMs = 3_600_000;

export type OpenDatabaseOptions = {
  /** `postgres://user:password@host:port/name` */
  readonly url: string;
  /** The folder of the generated SQL, since a bundled server is not where its source was. */
  readonly migrationsFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Connections beside the one that listens; 10 unless told. */
  readonly connections?: number;
};

export type SqlDatabase = Database & {
  /** Deletes what is no longer needed; happens by itself every hour. Resolves to the number of rows. */
  readonly sweep: () => Stored<number>;
};

const versionSchema = z.object({ version: z.string() });

function pinger({ db, guard }: SqlContext, clock: Clock): Database['ping'] {
  return async () => {
    const start = clock.now();
    const query = guard(async () => {
      const { rows } = await db.execute(sql`select current_setting('server_version') as version`);
      return { version: versionSchema.parse(rows[0]).version, latencyMs: clock.now() - start };
    });
    return (await within(clock, pingWithinMs, query, undefined)) ?? fail('databaseUnavailable');
  };
}

function storesOf(context: SqlContext, feed: EventFeed, log: Log): Stores {
  const told = (event: StreamEvent): void => feed.offer(event);
  return {
    calls: new SqlCalls(context, told),
    events: sqlEvents(context, feed, log),
    users: sqlUsers(context),
    sessions: sqlSessions(context),
    directory: new SqlDirectory(context),
    settings: sqlSettings(context),
    people: sqlPeople(context),
    replies: sqlReplies(context, told),
    templates: sqlTemplates(context),
    recordings: sqlRecordings(context, told),
    worklist: sqlWorklist(context, told),
    audit: sqlAudit(context),
    mailOutbox: sqlMailOutbox(context),
  };
}

/** Does the work every so often until it is stopped; never twice at a time. */
function every(clock: Clock, ms: number, work: () => Promise<unknown>): () => void {
  let cancel = (): void => undefined;
  let stopped = false;
  const later = (): void => {
    cancel = clock.after(ms, () => void work().then(() => (stopped ? undefined : later())));
  };
  later();
  return () => {
    stopped = true;
    cancel();
  };
}

/** A connection that breaks between two statements of a transaction tells nobody but this listener; the next statement fails. */
function openPool(url: string, connections: number, log: Log): Pool {
  const lost = (error: Error): void => log.debug({ reason: reasonOf(error) }, 'A database connection was lost');
  const pool = new Pool({ ...clientOptions(url, 'frontdesk'), max: connections });
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Brings the database up to date and opens it. One attempt, over within a few seconds unless it has to migrate. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Result<SqlDatabase, DatabaseFailure>> {
  const { url, clock, log, connections = 10 } = options;
  const prepared = await prepareDatabase(options);
  if (!prepared.ok) return prepared;
  const pool = openPool(url, connections, log);
  const context = { pool, db: drizzle(pool), guard: createGuard(log) };
  const read = (after: number, limit: number) => context.guard(() => readEvents(context.db, after, limit, log));
  const feed = new EventFeed({ read, clock, log });
  const listener = new EventListener({ url, feed, clock, log });
  try {
    await listener.open();
  } catch (error) {
    await listener.close();
    await pool.end();
    if (!isUnavailable(error)) throw error;
    return fail({ code: 'databaseUnavailable', message: `The database went away (${reasonOf(error)}).` });
  }
  const sweepNow = () => context.guard(() => sweep(context.db, clock.now()));
  const stopSweeping = every(clock, sweepEveryMs, sweepNow);
  const close = async (): Promise<void> => {
    stopSweeping();
    feed.close();
    const closed = await within(clock, closeWithinMs, Promise.all([listener.close(), pool.end()]), undefined);
    if (!closed) log.warn({ connections: pool.totalCount }, 'Connections to the database were still busy at the end');
  };
  return ok({ stores: storesOf(context, feed, log), ping: pinger(context, clock), close, sweep: sweepNow });
}
