import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { recordings } from './recordings.ts';

/** Mails about voicemails. `next_at` is null once it has ended, which `ended` says how. */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    recordingId: text('recording_id')
      .primaryKey()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    tries: integer('tries').notNull().default(0),
    nextAt: bigint('next_at', { mode: 'number' }),
    ended: text('ended'),
    endedAt: bigint('ended_at', { mode: 'number' }),
  },
  (table) => [
    index('mail_outbox_due')
      .on(table.nextAt)
      .where(sql`next_at is not null`),
  ],
);
