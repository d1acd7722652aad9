import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { randomIds } from '../../composition/random-ids.ts';
import { systemClock } from '../../composition/system-clock.ts';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';
import { keptLog } from './kept-log.ts';

/** The project's folder, found from the source. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const migrationsFolder = path.join(projectRoot, 'server/storage/sql/migrations');

export type TestServer = {
  /** Of a role that may create databases. */
  readonly url: string;
  /** A new, empty database. Resolves to its URL. */
  readonly createDatabase: () => Promise<string>;
  /** Runs one statement on the server's own database. */
  readonly query: (text: string, values?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly stop: () => Promise<void>;
};

async function query(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text, [...values]);
  await client.end();
  return rows;
}

async function startOwn(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'frontdesk-test-'));
  chmodSync(dataFolder, 0o755); // so that also the account PostgreSQL runs under for root reaches it
  const { log } = keptLog();
  const started = await startEmbeddedPostgres({
    dataFolder,
    root: projectRoot,
    clock: systemClock,
    ids: randomIds,
    log,
  });
  if (!started.ok) {
    rmSync(dataFolder, { recursive: true });
    throw new Error(started.error.message);
  }
  const stop = async (): Promise<void> => {
    await started.value.stop();
    rmSync(dataFolder, { recursive: true });
  };
  return { url: started.value.url, stop };
}

/** A PostgreSQL for tests: the one at `TEST_DATABASE_URL`, else an embedded one in a temporary folder. */
export async function openTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  const { url, stop } = given === undefined ? await startOwn() : { url: given, stop: () => Promise.resolve() };
  const made: string[] = [];
  return {
    url,
    query: (text, values) => query(url, text, values),
    createDatabase: async () => {
      const name = `test_${randomBytes(8).toString('hex')}`;
      await query(url, `create database ${name} template template0 encoding 'UTF8'`);
      made.push(name);
      const own = new URL(url);
      own.pathname = name;
      return own.href;
    },
    stop: async () => {
      if (given !== undefined)
        for (const name of made) await query(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}
