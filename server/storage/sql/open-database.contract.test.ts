import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Result } from '../../../shared/result.ts';
import { systemClock } from '../../composition/system-clock.ts';
import { keptLog } from '../testing/kept-log.ts';
import { migrationsFolder, openTestServer, type TestServer } from '../testing/test-server.ts';
import type { DatabaseFailure } from './database-failure.ts';
import { openDatabase, type SqlDatabase } from './open-database.ts';

const journalSchema = z.looseObject({
  entries: z.array(z.looseObject({ idx: z.number(), when: z.number(), tag: z.string() })),
});

const open = (url: string, folder = migrationsFolder): Promise<Result<SqlDatabase, DatabaseFailure>> =>
  openDatabase({ url, migrationsFolder: folder, clock: systemClock, log: keptLog().log });

async function failureOf(url: string, folder?: string): Promise<DatabaseFailure> {
  const opened = await open(url, folder);
  if (opened.ok) throw new Error('opened');
  return opened.error;
}

async function ask(url: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows.flatMap((row) => Object.values(row));
}

const tables = (url: string) =>
  ask(url, "select table_name::text from information_schema.tables where table_schema in ('public', 'drizzle')");

/** Our migrations and one more. */
function withMigration(statement: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  const file = path.join(folder, 'meta/_journal.json');
  const journal = journalSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const last = journal.entries.at(-1);
  const next = { ...last, idx: journal.entries.length, when: (last?.when ?? 0) + 1, tag: 'next' };
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, next] }));
  writeFileSync(path.join(folder, 'next.sql'), statement);
  return folder;
}

describe('opening a database', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.stop());

  it('makes the tables of an empty one, once, also when several servers start at the same time', async () => {
    const url = await server.createDatabase();
    const opened = await Promise.all([open(url), open(url), open(url), open(url)]);
    expect(opened.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const known = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
    expect(await ask(url, 'select count(*)::int from drizzle.__drizzle_migrations')).toEqual([known.length]);
    expect(await ask(url, 'select sequence::int from stream_head')).toEqual([0]);
    for (const each of opened) if (each.ok) await each.value.close();
  });

  it('refuses one that a newer version has used, and changes nothing', async () => {
    const url = await server.createDatabase();
    const folder = withMigration('create table later (id int)');
    const newer = await open(url, folder);
    if (newer.ok) await newer.value.close();
    const before = await tables(url);
    expect(await failureOf(url)).toEqual({ code: 'databaseTooNew', message: expect.stringContaining('newer version') });
    expect(await tables(url)).toEqual(before);
    rmSync(folder, { recursive: true });
  });

  it('leaves the database as it was when a migration fails', async () => {
    const url = await server.createDatabase();
    const folder = withMigration('create table half (id int);--> statement-breakpoint\ncreate table calls (id int)');
    const { code, message } = await failureOf(url, folder);
    expect(code).toBe('migrationFailed');
    expect(message).toContain('relation "calls" already exists');
    expect(await tables(url)).toEqual(['__drizzle_migrations']);
    const mended = await open(url);
    expect(mended.ok).toBe(true);
    if (mended.ok) await mended.value.close();
    rmSync(folder, { recursive: true });
  });

  it('says what is wrong with the address, the user or the name, and no password', async () => {
    const wrong = new URL(server.url);
    wrong.password = 'not-the-password';
    const password = await failureOf(wrong.href);
    expect(password).toEqual({ code: 'databaseMisconfigured', message: expect.stringContaining('password (28P01)') });
    expect(password.message).not.toContain('not-the-password');
    const nameless = new URL(server.url);
    nameless.pathname = 'nowhere';
    expect(await failureOf(nameless.href)).toEqual({
      code: 'databaseMisconfigured',
      message: `The server at ${nameless.host} has no database "nowhere".`,
    });
    expect((await failureOf('mysql://root@127.0.0.1/x')).code).toBe('databaseMisconfigured');
    expect((await failureOf('postgres')).code).toBe('databaseMisconfigured');
    expect(await failureOf('postgres://frontdesk:secret@127.0.0.1:1/frontdesk')).toEqual({
      code: 'databaseUnavailable',
      message: 'The database at 127.0.0.1:1 does not answer (ECONNREFUSED).',
    });
  });

  it('refuses one that cannot keep every name', async () => {
    await server.query(
      "create database narrow template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'",
    );
    const url = new URL(server.url);
    url.pathname = 'narrow';
    expect((await failureOf(url.href)).message).toContain('SQL_ASCII');
    await server.query('drop database narrow');
  });

  it('gives up soon on one that takes connections and says nothing', async () => {
    const silent = createServer((socket) => socket.on('error', () => socket.destroy()));
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const start = performance.now();
    expect((await failureOf(`postgres://frontdesk@127.0.0.1:${port}/frontdesk`)).code).toBe('databaseUnavailable');
    expect(performance.now() - start).toBeLessThan(3_500);
    silent.close();
  });
});
