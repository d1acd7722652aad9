import { type SQL, sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** A part of the snapshot as a column: computed by the database, so that the two cannot disagree. */
const part = (path: string): SQL => sql.raw(`snapshot #>> '{${path}}'`);
const timePart = (path: string): SQL => sql.raw(`(snapshot #>> '{${path}}')::bigint`);
const word = (path: string): SQL => sql`lower(coalesce(${part(path)}, ''))`;
const digits = (path: string): SQL => sql`regexp_replace(coalesce(${part(path)}, ''), '\\D', '', 'g')`;
/** What people look for: see call-search.ts, which says the same. */
const found = sql.join(
  [
    word('caller,name'),
    word('agent,name'),
    word('queue,name'),
    word('note'),
    digits('caller,number'),
    digits('dialled'),
  ],
  sql` || chr(10) || `,
);
const endedPart = (of: SQL): SQL => sql`case when snapshot #>> '{state}' = 'ended' then ${of} end`;

/** `snapshot` is the call as the machine has it, `version` counts its events; the other columns are what lists filter on. */
export const calls = pgTable(
  'calls',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    snapshot: jsonb('snapshot').notNull(),
    state: text('state').notNull().generatedAlwaysAs(part('state')),
    direction: text('direction').notNull().generatedAlwaysAs(part('direction')),
    queueId: text('queue_id').generatedAlwaysAs(part('queue,id')),
    callerNumber: text('caller_number').generatedAlwaysAs(part('caller,number')),
    callerName: text('caller_name').generatedAlwaysAs(part('caller,name')),
    agentUserId: text('agent_user_id').generatedAlwaysAs(part('agent,userId')),
    arrivedAt: bigint('arrived_at', { mode: 'number' }).notNull().generatedAlwaysAs(timePart('arrivedAt')),
    answeredAt: bigint('answered_at', { mode: 'number' }).generatedAlwaysAs(timePart('answeredAt')),
    endedAt: bigint('ended_at', { mode: 'number' }).generatedAlwaysAs(endedPart(timePart('at'))),
    endReason: text('end_reason').generatedAlwaysAs(endedPart(part('reason'))),
    search: text('search').notNull().generatedAlwaysAs(found),
  },
  (table) => [
    index('calls_live')
      .on(table.arrivedAt)
      .where(sql`state <> 'ended'`),
    // Ascending, and read backwards for the latest first: a descending one would want NULLS FIRST spelt out.
    index('calls_recent').on(table.arrivedAt),
    index('calls_of_caller').on(table.callerNumber, table.arrivedAt),
  ],
);
