import { Client } from 'pg';
import { z } from 'zod';
import { fail, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import { startOptions } from './client-options.ts';
import type { DatabaseFailure } from './database-failure.ts';
import { migrate } from './migrate.ts';
import { codeOf, isUnavailable, reasonOf } from './pg-failure.ts';

const oldestVersion = 14;

const serverSchema = z.object({ encoding: z.string(), number: z.coerce.number(), version: z.string() });

/** Where the database is, for a sentence: without user and password. Undefined when the URL is none of PostgreSQL's. */
function placeOf(url: string): { readonly host: string; readonly name: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') return undefined;
  return { host: host || 'its socket', name: decodeURIComponent(pathname.slice(1)) || 'the default one' };
}

const misconfigured = (message: string): DatabaseFailure => ({ code: 'databaseMisconfigured', message });

function cannotConnect(
  error: unknown,
  { host, name }: { readonly host: string; readonly name: string },
): DatabaseFailure {
  const code = codeOf(error) ?? '';
  if (code.startsWith('28')) return misconfigured(`The database at ${host} refuses this user or password (${code}).`);
  if (code === '3D000') return misconfigured(`The server at ${host} has no database "${name}".`);
  if (isUnavailable(error)) {
    return { code: 'databaseUnavailable', message: `The database at ${host} does not answer (${reasonOf(error)}).` };
  }
  return misconfigured(`The database at ${host} does not let us in (${reasonOf(error)}).`);
}

async function unsuitable(client: Client): Promise<DatabaseFailure | undefined> {
  const { rows } = await client.query<Record<string, unknown>>(
    `select current_setting('server_encoding') as encoding, current_setting('server_version_num') as number,
            current_setting('server_version') as version`,
  );
  const { encoding, number, version } = serverSchema.parse(rows[0]);
  if (encoding !== 'UTF8') return misconfigured(`The database keeps text as ${encoding}; it has to be one with UTF8.`);
  if (number >= oldestVersion * 10_000) return undefined;
  return misconfigured(`The database is PostgreSQL ${version}; ${oldestVersion} or later is needed.`);
}

type Options = { readonly url: string; readonly migrationsFolder: string; readonly log: Log };

/** Makes sure that the database is there, is one for us, and has our tables. */
export async function prepareDatabase({ url, migrationsFolder, log }: Options): Promise<Result<void, DatabaseFailure>> {
  const place = placeOf(url);
  if (!place)
    return fail(misconfigured('The database URL is not one of the form postgres://user:password@host:port/name.'));
  const client = new Client(startOptions(url));
  client.on('error', (error) => log.debug({ reason: reasonOf(error) }, 'The database connection broke')); // and fails what was asked
  try {
    await client.connect();
  } catch (error) {
    return fail(cannotConnect(error, place));
  }
  try {
    const unfit = await unsuitable(client);
    return unfit ? fail(unfit) : await migrate(client, migrationsFolder, log);
  } finally {
    await client.end();
  }
}
