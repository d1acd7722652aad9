import { and, asc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { fail, ok } from '../../../shared/result.ts';
import type { HouseTemplate, ReplyTemplate, TemplateStore } from '../../ports/template-store.ts';
import { storableText } from '../stored-json.ts';
import { inOrder } from '../template-order.ts';
import { hiddenTemplates, replyTemplates } from './schema/templates.ts';
import { users } from './schema/users.ts';
import type { SqlContext } from './sql-context.ts';
import { transact } from './transact.ts';

const columns = {
  id: replyTemplates.id,
  name: replyTemplates.name,
  text: replyTemplates.text,
  language: replyTemplates.language,
};
const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  language: z.string(),
}) satisfies z.ZodType<ReplyTemplate>;
const hiddenColumns = { language: hiddenTemplates.language, id: hiddenTemplates.templateId };
const hiddenRowSchema = z.object({ language: z.string(), id: z.string() }) satisfies z.ZodType<HouseTemplate>;

const toTemplates = (rows: readonly unknown[]): readonly ReplyTemplate[] => rows.map((row) => rowSchema.parse(row));
const ownOf = async (db: NodePgDatabase, userId: string): Promise<readonly ReplyTemplate[]> =>
  toTemplates(
    await db
      .select(columns)
      .from(replyTemplates)
      .where(eq(replyTemplates.userId, userId))
      .orderBy(asc(replyTemplates.position), sql`${replyTemplates.id} collate "C"`),
  );
const theirs = (userId: string, id: string) => and(eq(replyTemplates.userId, userId), eq(replyTemplates.id, id));
const toRow = <Texts extends Partial<ReplyTemplate>>(texts: Texts): Texts => ({
  ...texts,
  ...(texts.name !== undefined && { name: storableText(texts.name) }),
  ...(texts.text !== undefined && { text: storableText(texts.text) }),
});

export const sqlTemplates = (context: SqlContext): TemplateStore => ({ ...ownTemplates(context), ...hiding(context) });

function ownTemplates(context: SqlContext): Omit<TemplateStore, 'hidden' | 'setHidden'> {
  const { db, guard } = context;
  return {
    own: (userId) => guard(() => ownOf(db, userId)),
    add: (userId, template, place) => add(context, userId, template, place),
    change: async (userId, templateId, changes) => {
      // A statement must set something, so no change at all sets the id to itself.
      const fields = { id: sql`${replyTemplates.id}`, ...toRow(changes) };
      const changed = await guard(async () =>
        toTemplates(await db.update(replyTemplates).set(fields).where(theirs(userId, templateId)).returning(columns)),
      );
      if (!changed.ok) return changed;
      const [template] = changed.value;
      return template === undefined ? fail('noSuchTemplate') : ok(template);
    },
    remove: (userId, templateId) =>
      guard(async () => {
        const removed = await db.delete(replyTemplates).where(theirs(userId, templateId)).returning(columns);
        return removed.length > 0;
      }),
    order: (userId, templateIds) => order(context, userId, templateIds),
  };
}

const { language: ofLanguage, templateId: ofTemplate, userId: ofUser } = hiddenTemplates;

const hiding = ({ db, guard }: SqlContext): Pick<TemplateStore, 'hidden' | 'setHidden'> => ({
  hidden: (userId) =>
    guard(async () => {
      const rows = db.select(hiddenColumns).from(hiddenTemplates).where(eq(ofUser, userId));
      const sorted = await rows.orderBy(sql`${ofLanguage} collate "C"`, sql`${ofTemplate} collate "C"`);
      return sorted.map((row) => hiddenRowSchema.parse(row));
    }),
  setHidden: (userId, { language, id }, hidden) =>
    guard(async () => {
      if (hidden) await db.insert(hiddenTemplates).values({ userId, language, templateId: id }).onConflictDoNothing();
      else {
        await db.delete(hiddenTemplates).where(and(eq(ofUser, userId), eq(ofLanguage, language), eq(ofTemplate, id)));
      }
    }),
});

/** One change of a person's list at a time, so that their number and order are what was seen. */
async function lockList(tx: NodePgDatabase, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
}

async function place(tx: NodePgDatabase, templates: readonly ReplyTemplate[]): Promise<void> {
  for (const [position, { id }] of templates.entries()) {
    await tx.update(replyTemplates).set({ position }).where(eq(replyTemplates.id, id));
  }
}

async function add(
  { pool, guard }: SqlContext,
  userId: string,
  given: ReplyTemplate,
  { at, most }: Parameters<TemplateStore['add']>[2],
): ReturnType<TemplateStore['add']> {
  const template = toRow(given);
  let isFull = false;
  const added = await guard(() =>
    transact(pool, async (tx) => {
      await lockList(tx, userId);
      const before = await ownOf(tx, userId);
      isFull = before.length >= most;
      if (isFull) return;
      const position = Math.min(at ?? before.length, before.length);
      await tx.insert(replyTemplates).values({ ...template, userId, position });
      await place(tx, before.toSpliced(position, 0, template));
    }),
  );
  if (!added.ok) return added;
  return isFull ? fail('tooManyTemplates') : ok(template);
}

async function order(
  { pool, guard }: SqlContext,
  userId: string,
  templateIds: readonly string[],
): ReturnType<TemplateStore['order']> {
  let ordered: readonly ReplyTemplate[] = [];
  const done = await guard(() =>
    transact(pool, async (tx) => {
      await lockList(tx, userId);
      ordered = inOrder(await ownOf(tx, userId), templateIds);
      await place(tx, ordered);
    }),
  );
  return done.ok ? ok(ordered) : done;
}
