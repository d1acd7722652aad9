import { and, eq, gt, isNull, lte, max, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Session, SessionStore } from '../../ports/stores.ts';
import { storableText } from '../stored-json.ts';
import { consoles, sessions } from './schema/sessions.ts';
import { users } from './schema/users.ts';
import type { SqlContext } from './sql-context.ts';
import { transact } from './transact.ts';
import { userColumns, userRowSchema } from './sql-users.ts';

const columns = {
  id: sessions.id,
  userId: sessions.userId,
  consoleId: sessions.consoleId,
  createdAt: sessions.createdAt,
  expiresAt: sessions.expiresAt,
  userAgent: sessions.userAgent,
};

const sessionRowSchema = z.object({
  id: z.string(),
  userId: z.string(),
  consoleId: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  userAgent: z.string(),
}) satisfies z.ZodType<Session>;

const seenRowsSchema = z.array(z.object({ userId: z.string(), at: z.number(), signedIn: z.boolean() }));

const foundSchema = z.object({ session: sessionRowSchema, user: userRowSchema });

async function create({ pool }: SqlContext, session: Session, tokenHash: string): Promise<void> {
  const { id, userId, consoleId, createdAt } = session;
  const userAgent = storableText(session.userAgent);
  await transact(pool, async (tx) => {
    const console = { userId, signedInAt: createdAt };
    await tx
      .insert(consoles)
      .values({ id: consoleId, ...console })
      .onConflictDoUpdate({ target: consoles.id, set: console });
    const { expiresAt } = session;
    await tx
      .insert(sessions)
      .values({ id, tokenHash, userId, consoleId, createdAt, expiresAt, lastSeenAt: createdAt, userAgent });
  });
}

export function sqlSessions(context: SqlContext): SessionStore {
  const { db, guard } = context;
  const endThose = (which: SQL, at: number) =>
    guard(async () => {
      const open = and(isNull(sessions.endedAt), which);
      const rows = await db.update(sessions).set({ endedAt: at }).where(open).returning(columns);
      return rows.map((row) => sessionRowSchema.parse(row));
    });
  return {
    create: (session, tokenHash) => guard(() => create(context, session, tokenHash)),
    findByTokenHash: (tokenHash, now) =>
      guard(async () => {
        const valid = and(isNull(sessions.endedAt), gt(sessions.expiresAt, now), eq(users.disabled, false));
        const found = db.select({ session: columns, user: userColumns }).from(sessions);
        const [row] = await found
          .innerJoin(users, eq(users.id, sessions.userId))
          .where(and(eq(sessions.tokenHash, tokenHash), valid));
        return row ? foundSchema.parse(row) : null;
      }),
    touch: (sessionId, at) =>
      guard(async () => {
        await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, sessionId));
      }),
    lastSeen: (now) =>
      guard(async () => {
        const signedIn = sql<boolean>`bool_or(${sessions.endedAt} is null and ${sessions.expiresAt} > ${now})`;
        const fields = { userId: sessions.userId, at: max(sessions.lastSeenAt), signedIn };
        const rows = seenRowsSchema.parse(await db.select(fields).from(sessions).groupBy(sessions.userId));
        return new Map(rows.map(({ userId, ...seen }) => [userId, seen]));
      }),
    end: (sessionId, at) => endThose(eq(sessions.id, sessionId), at),
    endAllOf: (userId, at) => endThose(eq(sessions.userId, userId), at),
    sweep: (now) => endThose(lte(sessions.expiresAt, now), now),
  };
}
