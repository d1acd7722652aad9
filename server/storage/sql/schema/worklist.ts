import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

const part = (path: string) => sql.raw(`snapshot #>> '{${path}}'`);
const timePart = (path: string) => sql.raw(`(snapshot #>> '{${path}}')::bigint`);

/** `snapshot` is the entry, `version` counts its changes, `search` is what it is found by; the rest is computed from the snapshot. */
export const worklist = pgTable(
  'worklist',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    snapshot: jsonb('snapshot').notNull(),
    search: text('search').notNull(),
    callId: text('call_id').notNull().generatedAlwaysAs(part('callId')),
    queueId: text('queue_id').generatedAlwaysAs(part('queue,id')),
    callerNumber: text('caller_number').generatedAlwaysAs(part('caller,number')),
    ownerUserId: text('owner_user_id').generatedAlwaysAs(part('owner,userId')),
    missedAt: bigint('missed_at', { mode: 'number' }).notNull().generatedAlwaysAs(timePart('missedAt')),
    done: boolean('done').notNull().generatedAlwaysAs(sql.raw(`(snapshot #>> '{done}') is not null`)),
    doneAt: bigint('done_at', { mode: 'number' }).generatedAlwaysAs(timePart('done,at')),
  },
  (table) => [
    index('worklist_recent').on(table.missedAt),
    index('worklist_of_call').on(table.callId),
    index('worklist_done').on(table.doneAt),
    uniqueIndex('worklist_open')
      .on(table.callerNumber, sql`coalesce(queue_id, '')`)
      .where(sql`not done and caller_number is not null`),
  ],
);
