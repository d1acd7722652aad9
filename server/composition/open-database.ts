import path from 'node:path';
import { startEmbeddedPostgres } from '../storage/embedded/start-embedded-postgres.ts';
import { openDatabase, type SqlDatabase } from '../storage/sql/open-database.ts';
import { FailedStart } from './failed-start.ts';
import type { Surroundings } from './surroundings.ts';

export type OpenDatabase = {
  readonly database: SqlDatabase;
  /** Closes the connections, and stops the server if it is ours. */
  readonly close: () => Promise<void>;
};

type Parts = Pick<Surroundings, 'root' | 'dataFolder' | 'settings' | 'clock' | 'ids' | 'log'>;

/** The database of DATABASE_URL, or the embedded one. */
export async function openTheDatabase(parts: Parts): Promise<OpenDatabase> {
  const { settings, root, dataFolder, clock, log } = parts;
  const own = settings.databaseUrl === null ? await embedded(parts) : null;
  const url = own?.url ?? settings.databaseUrl ?? '';
  const migrationsFolder = path.join(root, 'server/storage/sql/migrations');
  const opened = await openDatabase({ url, migrationsFolder, clock, log });
  if (!opened.ok) {
    await own?.stop();
    throw new FailedStart(opened.error.message);
  }
  log.info({ embedded: own !== null, dataFolder }, 'the database is open');
  return {
    database: opened.value,
    close: async () => {
      await opened.value.close();
      await own?.stop();
    },
  };
}

async function embedded({ settings, ...around }: Parts) {
  const started = await startEmbeddedPostgres({ ...around, graceMs: settings.graceMs });
  if (!started.ok) throw new FailedStart(started.error.message);
  return started.value;
}
