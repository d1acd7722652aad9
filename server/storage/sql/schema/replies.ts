import { type SQL, sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { calls } from './calls.ts';

const part = (path: string): SQL => sql.raw(`snapshot #>> '{${path}}'`);

/** `snapshot` is the reply, `version` counts its changes, `search` is what it is found by; the rest is computed from the snapshot. */
export const replies = pgTable(
  'replies',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    snapshot: jsonb('snapshot').notNull(),
    search: text('search').notNull(),
    callId: text('call_id')
      .notNull()
      .generatedAlwaysAs(part('callId'))
      .references(() => calls.id),
    queueId: text('queue_id').generatedAlwaysAs(part('queue,id')),
    byUserId: text('by_user_id').notNull().generatedAlwaysAs(part('by,userId')),
    sentAt: bigint('sent_at', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql.raw(`(snapshot #>> '{sentAt}')::bigint`)),
    answer: text('answer').generatedAlwaysAs(part('answer')),
    handled: boolean('handled').notNull().generatedAlwaysAs(sql.raw(`(snapshot #>> '{handled}') is not null`)),
  },
  (table) => [
    index('replies_recent').on(table.sentAt),
    index('replies_open')
      .on(table.sentAt)
      .where(sql`not handled`),
    index('replies_of_call').on(table.callId),
  ],
);
