import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { users } from './users.ts';

/** What people say of themselves, the latest of it. */
export const userStatus = pgTable('user_status', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  status: text('status').notNull(),
  since: bigint('since', { mode: 'number' }).notNull(),
  until: bigint('until', { mode: 'number' }),
});

/** `preferences` has only what somebody chose, so that a default may still change. */
export const userPreferences = pgTable('user_preferences', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  preferences: jsonb('preferences').notNull(),
});
