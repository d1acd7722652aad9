import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DrizzleSnapshotJSON, generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { usualRules } from '../../../shared/protocol/directory.ts';
import { systemClock } from '../../composition/system-clock.ts';
import { after, agent, arrived, must, newId, newQueue } from '../samples.testing.ts';
import { keptLog } from '../testing/kept-log.ts';
import { openSql } from '../testing/open-sql.ts';
import { migrationsFolder, openTestServer, type TestServer } from '../testing/test-server.ts';
import { openDatabase } from './open-database.ts';
import * as callQuality from './schema/call-quality.ts';
import * as audit from './schema/audit.ts';
import * as calls from './schema/calls.ts';
import * as directory from './schema/directory.ts';
import * as events from './schema/events.ts';
import * as mail from './schema/mail.ts';
import * as people from './schema/people.ts';
import * as recordings from './schema/recordings.ts';
import * as replies from './schema/replies.ts';
import * as sessions from './schema/sessions.ts';
import * as settings from './schema/settings.ts';
import * as templates from './schema/templates.ts';
import * as users from './schema/users.ts';
import * as worklist from './schema/worklist.ts';

const schema = {
  ...audit,
  ...callQuality,
  ...calls,
  ...directory,
  ...events,
  ...mail,
  ...people,
  ...recordings,
  ...replies,
  ...sessions,
  ...settings,
  ...templates,
  ...users,
  ...worklist,
};
const journalSchema = z.looseObject({ entries: z.array(z.looseObject({ idx: z.number() })) });

/** The migrations as they were when there were so many of them. */
function firstMigrations(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  const file = path.join(folder, 'meta/_journal.json');
  const journal = journalSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

describe('the migrations', () => {
  let server: TestServer;
  let url: string;
  let client: Client;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    client = new Client({ connectionString: url });
    await client.connect();
  });
  afterEach(() => client.end());

  it('make exactly the tables of the schema', async () => {
    const folder = path.join(migrationsFolder, 'meta');
    const snapshots = readdirSync(folder).filter((name) => name.endsWith('_snapshot.json'));
    const last = snapshots.sort().at(-1) ?? '';
    const made: DrizzleSnapshotJSON = JSON.parse(readFileSync(path.join(folder, last), 'utf8'));
    expect(await generateMigration(made, generateDrizzleJson(schema))).toEqual([]);
    const renamed = { ...schema, settings: undefined };
    expect(await generateMigration(made, generateDrizzleJson(renamed))).toEqual(['DROP TABLE "settings" CASCADE;']);
  });

  it('leave the queues of before opening hours always open, in UTC, with their numbers', async () => {
    const folder = firstMigrations(2);
    const before = await openDatabase({ url, migrationsFolder: folder, clock: systemClock, log: keptLog().log });
    await must(before).close();
    rmSync(folder, { recursive: true });
    await client.query("insert into queues (id, name, answer_within_seconds) values ('q', 'Sales', 45)");
    await client.query("insert into numbers (number, queue_id) values ('5550101', 'q')");
    const now = await openSql(url);
    const sales = newQueue('Sales', { id: 'q', ...usualRules, answerWithinSeconds: 45 });
    expect(must(await now.stores.directory.routeOf('5550101'))).toEqual(sales);
    expect(must(await now.stores.directory.queues())).toEqual([sales]);
    await now.close();
  });

  it('have a place for what a browser measured, once each, and none for a call that never was', async () => {
    const opened = await openSql(url);
    const { stores } = opened;
    const event = arrived(newId());
    must(await stores.calls.append(after(undefined, event), event));
    const { consoleId } = agent;
    const measured = { consoleId, lost: 0.0125, jitterMs: 4.5, roundTripMs: 80.25, oneWaySeconds: 0 };
    must(await stores.calls.keepQuality(event.id, measured, 2_000));
    must(await stores.calls.keepQuality(event.id, measured, 2_000));
    must(await stores.calls.keepQuality(event.id, { ...measured, roundTripMs: null }, 1_795_000_000_000));
    must(await stores.calls.keepQuality(newId(), measured, 2_001));
    const { rows } = await client.query<Record<string, unknown>>(
      'select call_id, console_id, at::float8, lost, jitter_ms, round_trip_ms, one_way_seconds from call_quality order by at',
    );
    const row = { call_id: event.id, console_id: consoleId, lost: 0.0125, jitter_ms: 4.5, one_way_seconds: 0 };
    expect(rows).toEqual([
      { ...row, at: 2_000, round_trip_ms: 80.25 },
      { ...row, at: 1_795_000_000_000, round_trip_ms: null },
    ]);
    await opened.close();
  });

  it('have an index that finds the earlier calls of a number among very many', async () => {
    const opened = await openSql(url);
    await client.query(`
      insert into calls (id, version, snapshot)
      select n::text, 1, jsonb_build_object('state', 'ended', 'direction', 'inbound', 'arrivedAt', n, 'at', n,
        'caller', jsonb_build_object('number', (n % 500)::text))
      from generate_series(1, 20000) n`);
    await client.query('analyze calls');
    const { rows } = await client.query<Record<string, unknown>>(
      "explain select snapshot from calls where caller_number = '7' and id <> '7' order by arrived_at desc limit 5",
    );
    const plan = rows.flatMap((row) => Object.values(row)).join('\n');
    expect(plan).toContain('Index Scan Backward using calls_of_caller');
    expect(plan).not.toContain('Sort');
    await opened.close();
  });
});
