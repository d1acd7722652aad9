import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** Who did what to what. Outlives those it is about, so that nothing in it refers to another table. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: bigint('at', { mode: 'number' }).notNull(),
    /** User id and name as they were; null: the house did it by itself. */
    by: jsonb('by'),
    byUserId: text('by_user_id'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    about: text('about').notNull(),
  },
  (table) => [index('audit_log_of_subject').on(table.subject, table.id), index('audit_log_at').on(table.at)],
);
