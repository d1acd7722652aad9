import { eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { NewUser, StoreFailure, User, UserChanges, UserStore } from '../../ports/stores.ts';
import { storableText } from '../stored-json.ts';
import { isTaken } from './pg-failure.ts';
import { users } from './schema/users.ts';
import type { SqlContext } from './sql-context.ts';

export const userColumns = {
  id: users.id,
  email: users.email,
  extension: users.extension,
  name: users.name,
  role: users.role,
  disabled: users.disabled,
};

export const userRowSchema = z.object({
  id: z.string(),
  email: z.string(),
  extension: z.string(),
  name: z.string(),
  role: z.enum(['receptionist', 'supervisor', 'administrator']),
  disabled: z.boolean(),
}) satisfies z.ZodType<User>;

const loginRowSchema = z.object({ user: userRowSchema, passwordHash: z.string() });

/** Undefined when a unique index minds. */
async function unlessTaken<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
}

const toUsers = (rows: readonly unknown[]): readonly User[] => rows.map((row) => userRowSchema.parse(row));

function toRow<Changes extends UserChanges>(changes: Changes): Changes {
  return changes.name === undefined ? changes : { ...changes, name: storableText(changes.name) };
}

async function create(
  { db, guard }: SqlContext,
  user: NewUser,
  at: number,
): Promise<Result<User, StoreFailure | 'taken'>> {
  const created = await guard(async () => {
    const insert = db.insert(users).values({ ...toRow(user), createdAt: at });
    return (await unlessTaken(insert.returning(userColumns)))?.map((row) => userRowSchema.parse(row));
  });
  if (!created.ok) return created;
  const stored = created.value?.[0];
  return stored ? ok(stored) : fail('taken');
}

async function update(
  { db, guard }: SqlContext,
  userId: string,
  changes: UserChanges,
): Promise<Result<User, StoreFailure | 'taken' | 'noSuchUser'>> {
  const updated = await guard(async () => {
    // A statement must set something, so no change at all sets the id to itself.
    const change = db
      .update(users)
      .set({ id: sql`${users.id}`, ...toRow(changes) })
      .where(eq(users.id, userId));
    const rows = await unlessTaken(change.returning(userColumns));
    return rows && toUsers(rows);
  });
  if (!updated.ok) return updated;
  if (!updated.value) return fail('taken');
  const [user] = updated.value;
  return user ? ok(user) : fail('noSuchUser');
}

export function sqlUsers(context: SqlContext): UserStore {
  const { db, guard } = context;
  return {
    findByLogin: (login) =>
      guard(async () => {
        const typed = storableText(login);
        const named = or(eq(sql`lower(${users.email})`, sql`lower(${typed})`), eq(users.extension, typed));
        const [row] = await db.select({ user: userColumns, passwordHash: users.passwordHash }).from(users).where(named);
        return row ? loginRowSchema.parse(row) : null;
      }),
    find: (userId) =>
      guard(async () => toUsers(await db.select(userColumns).from(users).where(eq(users.id, userId)))[0] ?? null),
    list: () =>
      guard(async () => {
        const everybody = db.select(userColumns).from(users);
        return toUsers(await everybody.orderBy(sql`length(${users.extension})`, sql`${users.extension} collate "C"`));
      }),
    create: (user, at) => create(context, user, at),
    update: (userId, changes) => update(context, userId, changes),
  };
}
