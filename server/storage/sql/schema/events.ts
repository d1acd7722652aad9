import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { calls } from './calls.ts';

/** Everything that was told, in its one order. A call's events are its story and stay; the others are swept. */
export const events = pgTable(
  'events',
  {
    sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
    at: bigint('at', { mode: 'number' }).notNull(),
    /** Null for an event that is not part of a call's story. */
    callId: text('call_id').references(() => calls.id),
    /** The version the call had after this event. */
    callVersion: integer('call_version'),
    body: jsonb('body').notNull(),
  },
  (table) => [
    uniqueIndex('events_story').on(table.callId, table.callVersion),
    index('events_passing')
      .on(table.at)
      .where(sql`${table.callId} is null`),
  ],
);

/**
 * The number of the newest event, in the only row. Whoever appends holds this row until the commit, so that numbers have no
 * gaps and nobody ever sees an event before its predecessor.
 */
export const streamHead = pgTable(
  'stream_head',
  { id: smallint('id').primaryKey().default(1), sequence: bigint('sequence', { mode: 'number' }).notNull() },
  (table) => [check('stream_head_alone', sql`${table.id} = 1`)],
);
