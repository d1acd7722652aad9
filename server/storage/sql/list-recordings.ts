import { count, desc, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { recordingSchema } from '../../../shared/protocol/recordings.ts';
import type { Recording } from '../../../shared/recording/recording.ts';
import type { RecordingFilter } from '../../ports/recording-catalogue.ts';
import { conditionOf } from './recording-condition.ts';
import { recordings } from './schema/recordings.ts';
import type { SqlContext } from './sql-context.ts';
import { transact } from './transact.ts';

type Page = { readonly limit: number; readonly offset: number };
type Listed = { readonly recordings: readonly Recording[]; readonly total: number };

const rowSchema = z.object({ snapshot: recordingSchema });
const countSchema = z.object({ count: z.number().int() });
const foundSchema = z.object({ recordings: z.array(recordingSchema), total: z.coerce.number().int() });
const latestFirst = [desc(recordings.startedAt), desc(recordings.id)];

/** One page, the latest first, and how many there are in all. */
export function listRecordings(context: SqlContext, filter: RecordingFilter, page: Page): Promise<Listed> {
  return filter.search === undefined || filter.search.trim() === ''
    ? leafThrough(context.db, filter, page)
    : search(context, filter, page);
}

async function leafThrough(db: NodePgDatabase, filter: RecordingFilter, { limit, offset }: Page): Promise<Listed> {
  const wanted = conditionOf(filter);
  const rows = await db
    .select({ snapshot: recordings.snapshot })
    .from(recordings)
    .where(wanted)
    .orderBy(...latestFirst)
    .limit(limit)
    .offset(offset);
  const [total] = await db.select({ count: count() }).from(recordings).where(wanted);
  return { recordings: rows.map((row) => rowSchema.parse(row).snapshot), total: countSchema.parse(total).count };
}

async function search({ pool }: SqlContext, filter: RecordingFilter, page: Page): Promise<Listed> {
  let listed: Listed = { recordings: [], total: 0 };
  await transact(pool, async (tx) => {
    await tx.execute(byIndexOnly);
    const { rows } = await tx.execute(searchStatement(filter, page));
    listed = foundSchema.parse(rows[0]);
  });
  return listed;
}

/** Reading the words of every row costs far more than the planner thinks, whatever share of them is found. */
export const byIndexOnly: SQL = sql`set local enable_seqscan = off`;

/** What is found is found once, by the words; else a rare word would be looked for in one row after the other, the latest first. */
export function searchStatement(filter: RecordingFilter, { limit, offset }: Page): SQL {
  return sql`
    with found as materialized (
      select ${recordings.id}, ${recordings.startedAt} from ${recordings} where ${conditionOf(filter) ?? sql`true`}
    ), page as (
      select id from found order by started_at desc, id desc limit ${limit} offset ${offset}
    )
    select (select count(*) from found) as total, (
      select coalesce(jsonb_agg(snapshot order by started_at desc, id desc), '[]')
      from ${recordings} where id in (select id from page)
    ) as recordings`;
}
