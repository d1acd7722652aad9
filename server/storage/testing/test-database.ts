import { systemClock } from '../../composition/system-clock.ts';
import { openDatabase, type SqlDatabase } from '../sql/open-database.ts';
import { keptLog } from './kept-log.ts';
import { migrationsFolder, openTestServer } from './test-server.ts';

export type TestDatabase = {
  readonly database: SqlDatabase;
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/** An empty database on a real PostgreSQL, for one test file: the stores, its URL, and the way to end it all. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await openTestServer();
  const url = await server.createDatabase();
  const opened = await openDatabase({ url, migrationsFolder, clock: systemClock, log: keptLog().log });
  if (!opened.ok) throw new Error(opened.error.message);
  const stop = async (): Promise<void> => {
    await opened.value.close();
    await server.stop();
  };
  return { database: opened.value, url, stop };
}
