import { sql } from 'drizzle-orm';
import { bigint, boolean, customType, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { calls } from './calls.ts';

const part = (path: string) => sql.raw(`snapshot #>> '{${path}}'`);
const numberPart = (path: string) => sql.raw(`(snapshot #>> '{${path}}')::bigint`);

/** Words, each once, that an index leads to. */
const words = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * `snapshot` is the recording, `version` counts its changes, `written` is what it is found by and `spoken` the same of its
 * transcript; the rest is computed from the snapshot.
 */
export const recordings = pgTable(
  'recordings',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    snapshot: jsonb('snapshot').notNull(),
    written: words('written').notNull(),
    spoken: words('spoken').notNull().default(''),
    kind: text('kind').notNull().generatedAlwaysAs(part('kind')),
    callId: text('call_id')
      .notNull()
      .generatedAlwaysAs(part('callId'))
      .references(() => calls.id),
    queueId: text('queue_id').generatedAlwaysAs(part('queue,id')),
    /** The ids of those who talked. */
    people: jsonb('people')
      .notNull()
      .generatedAlwaysAs(sql.raw(`jsonb_path_query_array(snapshot, '$.people[*].userId')`)),
    startedAt: bigint('started_at', { mode: 'number' }).notNull().generatedAlwaysAs(numberPart('startedAt')),
    lengthMs: bigint('length_ms', { mode: 'number' }).notNull().generatedAlwaysAs(numberPart('lengthMs')),
    keepUntil: bigint('keep_until', { mode: 'number' }).generatedAlwaysAs(numberPart('keepUntil')),
    exempt: boolean('exempt').notNull().generatedAlwaysAs(sql.raw(`(snapshot #>> '{exempt}') is not null`)),
    handled: boolean('handled').notNull().generatedAlwaysAs(sql.raw(`(snapshot #>> '{handled}') is not null`)),
    transcript: text('transcript').notNull().generatedAlwaysAs(part('transcript')),
  },
  (table) => [
    index('recordings_recent').on(table.startedAt),
    index('recordings_words')
      .using('gin', sql`(written || spoken)`)
      .with({ fastupdate: false }),
    index('recordings_of_call').on(table.callId),
    index('recordings_due')
      .on(table.keepUntil)
      .where(sql`not exempt`),
    index('recordings_new')
      .on(table.startedAt)
      .where(sql`kind = 'voicemail' and not handled`),
    index('recordings_untranscribed')
      .on(table.startedAt)
      .where(sql`transcript = 'pending'`),
  ],
);

/** The words of a recording, timed. */
export const transcripts = pgTable('transcripts', {
  recordingId: text('recording_id')
    .primaryKey()
    .references(() => recordings.id, { onDelete: 'cascade' }),
  snapshot: jsonb('snapshot').notNull(),
});

/** Links that let somebody of the house hear a recording; the word in the link is nowhere, this is its SHA-256. */
export const recordingShares = pgTable(
  'recording_shares',
  {
    tokenHash: text('token_hash').primaryKey(),
    recordingId: text('recording_id')
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    byUserId: text('by_user_id').notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('recording_shares_of').on(table.recordingId),
    index('recording_shares_expired').on(table.expiresAt),
  ],
);
