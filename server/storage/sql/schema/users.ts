import { sql } from 'drizzle-orm';
import { bigint, boolean, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

/** Times are milliseconds since the epoch, in every table. */
export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    extension: text('extension').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    disabled: boolean('disabled').notNull().default(false),
    passwordHash: text('password_hash').notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
  },
  (table) => [
    uniqueIndex('users_email_taken').on(sql`lower(${table.email})`),
    uniqueIndex('users_extension_taken').on(table.extension),
  ],
);
