import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { users } from './users.ts';

/** What people say often to callers they cannot take. `position` orders one person's; gaps do not matter. */
export const replyTemplates = pgTable(
  'reply_templates',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    text: text('text').notNull(),
    language: text('language').notNull(),
  },
  (table) => [index('reply_templates_of_user').on(table.userId, table.position)],
);

/** Which templates of a locale somebody does not want to see. */
export const hiddenTemplates = pgTable(
  'hidden_templates',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    language: text('language').notNull(),
    templateId: text('template_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.language, table.templateId] })],
);
