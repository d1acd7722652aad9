import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { usualRules } from '../../../../shared/protocol/directory.ts';
import { users } from './users.ts';

export const queues = pgTable('queues', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  answerWithinSeconds: integer('answer_within_seconds').notNull(),
  /** Spans of minutes on weekdays; null: always open. */
  openingHours: jsonb('opening_hours'),
  /** Days that are not as their weekday is. */
  exceptions: jsonb('exceptions').notNull().default([]),
  timeZone: text('time_zone').notNull().default('UTC'),
  /** What is recorded, and what callers nobody takes are offered. */
  recording: jsonb('recording').notNull().default(usualRules.recording),
  voicemail: jsonb('voicemail').notNull().default(usualRules.voicemail),
});

export const queueMembers = pgTable(
  'queue_members',
  {
    queueId: text('queue_id')
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** Members keep the order in which they were given. */
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.queueId, table.userId] }), index('queue_members_user').on(table.userId)],
);

/** The numbers that are ours, as the trunk sends them. */
export const numbers = pgTable('numbers', {
  number: text('number').primaryKey(),
  /** Null: it leads nowhere. */
  queueId: text('queue_id').references(() => queues.id),
});
