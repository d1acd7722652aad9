import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { users } from './users.ts';

/** A browser that can ring, and who signed in at it last. */
export const consoles = pgTable('consoles', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id),
  signedInAt: bigint('signed_in_at', { mode: 'number' }).notNull(),
});

/** The token itself is nowhere; `token_hash` is its SHA-256. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    consoleId: text('console_id')
      .notNull()
      .references(() => consoles.id),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
    lastSeenAt: bigint('last_seen_at', { mode: 'number' }).notNull(),
    endedAt: bigint('ended_at', { mode: 'number' }),
    userAgent: text('user_agent').notNull(),
  },
  (table) => [
    uniqueIndex('sessions_token_hash').on(table.tokenHash),
    index('sessions_open')
      .on(table.userId)
      .where(sql`${table.endedAt} is null`),
    index('sessions_ended').on(table.endedAt),
  ],
);
