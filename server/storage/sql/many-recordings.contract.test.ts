import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordingFilter } from '../../ports/recording-catalogue.ts';
import { must } from '../samples.testing.ts';
import { fillRecordings } from '../testing/fill-recordings.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { byIndexOnly, searchStatement } from './list-recordings.ts';

const count = 100_000;
const minuteMs = 60_000;
const page = { limit: 50, offset: 0 };

describe('100,000 recordings', () => {
  let opened: TestDatabase;
  let client: Client;
  let db: NodePgDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase();
    client = new Client({ connectionString: opened.url });
    await client.connect();
    db = drizzle(client);
    await fillRecordings(client, count, 0);
  }, 300_000);
  afterAll(async () => {
    await client.end();
    await opened.stop();
  });

  /** Numbers of recordings, the latest first, and how many there are. */
  async function list(filter: RecordingFilter, { limit, offset } = page) {
    const { recordings, total } = must(await opened.database.stores.recordings.list(filter, { limit, offset }));
    return { numbers: recordings.map(({ startedAt }) => startedAt / minuteMs), total };
  }

  const all = Array.from({ length: count }, (_, index) => count - 1 - index);
  const expected: readonly (readonly [RecordingFilter, (index: number) => boolean])[] = [
    [{}, () => true],
    [{ search: '+1 (650) 555-00 12345' }, (n) => n === 12_345],
    [{ search: '99999' }, (n) => n === 99_999],
    [{ search: '555' }, () => true],
    [{ search: 'zebra' }, (n) => n % 5 === 0 && (n / 5) % 400 === 17],
    [{ search: 'ebr' }, (n) => n % 5 === 0 && (n / 5) % 400 === 17],
    [{ search: 'KOVAC' }, (n) => n % 7 === 0],
    [{ search: 'ana invoice' }, (n) => (n % 7 === 0 || n % 7 === 4) && n % 5 === 2],
    [{ search: 'thank you' }, (n) => n % 5 === 0],
    [{ search: 'ko', kind: 'voicemail' }, (n) => n % 7 === 0 && n % 4 === 0],
    [{ seenBy: { userId: 'user-3', queueIds: ['Sales'] } }, (n) => n % 3 === 1 || (n % 4 !== 0 && n % 12 === 3)],
    [
      { search: 'zebra', seenBy: { userId: 'user-7', queueIds: ['Sales'] } },
      (n) => n % 5 === 0 && (n / 5) % 400 === 17 && (n % 3 === 1 || (n % 4 !== 0 && n % 12 === 7)),
    ],
    [
      { userId: 'user-5', from: 1_000 * minuteMs, to: 2_000 * minuteMs },
      (n) => n % 12 === 5 && n >= 1_000 && n < 2_000,
    ],
    [{ queueId: 'Service', shortest: 604_000 }, (n) => n % 3 === 2 && n % 600 === 599],
    [{ search: 'nobody at all' }, () => false],
  ];

  it.each(expected)('are listed as they are asked for: %o', async (filter, isWanted) => {
    const wanted = all.filter(isWanted);
    expect(await list(filter)).toEqual({ numbers: wanted.slice(0, 50), total: wanted.length });
    const last = { limit: 50, offset: Math.max(0, wanted.length - 7) };
    expect(await list(filter, last)).toEqual({ numbers: wanted.slice(-7), total: wanted.length });
    expect(must(await opened.database.stores.recordings.count(filter))).toBe(wanted.length);
  });

  const plan = async (statement: ReturnType<typeof searchStatement>): Promise<string> => {
    const { rows } = await db.execute(sql`explain ${statement}`);
    return JSON.stringify(rows);
  };

  it.each(['zebra', '12345', '555', 'thank you', 'ko'])('are found by their index: %s', async (search) => {
    await client.query('begin');
    await db.execute(byIndexOnly);
    const chosen = await plan(searchStatement({ search, seenBy: { userId: 'user-3', queueIds: ['Sales'] } }, page));
    await client.query('rollback');
    expect(chosen).toContain('Bitmap Index Scan on recordings_words');
    expect(chosen).not.toContain('Seq Scan on recordings');
  });

  it('are leafed through by their index', async () => {
    const chosen = await plan(sql`select snapshot from recordings order by started_at desc, id desc limit 50`);
    expect(chosen).toContain('Index Scan Backward using recordings_recent');
  });
});
