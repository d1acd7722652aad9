import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Preferences, preferencesSchema } from '../../../shared/protocol/preferences.ts';
import { statusSchema } from '../../../shared/protocol/stream.ts';
import type { PersonStore, StoredStatus } from '../../ports/stores.ts';
import { toStoredText } from '../stored-json.ts';
import { userPreferences, userStatus } from './schema/people.ts';
import type { SqlContext } from './sql-context.ts';

const statusRowSchema = z.object({
  userId: z.string(),
  status: statusSchema,
  since: z.number(),
  until: z.number().nullable(),
});
const preferencesRowSchema = z.object({ preferences: preferencesSchema });
const chosen = { preferences: userPreferences.preferences };

function toStatus(row: unknown): readonly [string, StoredStatus] {
  const { userId, ...status } = statusRowSchema.parse(row);
  return [userId, status];
}

/** One statement that merges what is given into what is stored, so that two windows lose nothing of each other's. */
async function savePreferences({ db }: SqlContext, userId: string, changes: Partial<Preferences>): Promise<unknown> {
  const given = sql`${toStoredText(changes)}::jsonb`;
  const insert = db.insert(userPreferences).values({ userId, preferences: given });
  const merged = sql`${userPreferences.preferences} || excluded.preferences`;
  const upsert = insert.onConflictDoUpdate({ target: userPreferences.userId, set: { preferences: merged } });
  return (await upsert.returning(chosen))[0];
}

export function sqlPeople(context: SqlContext): PersonStore {
  const { db, guard } = context;
  return {
    statuses: () => guard(async () => new Map((await db.select().from(userStatus)).map(toStatus))),
    setStatus: (userId, { status, since, until }) =>
      guard(async () => {
        const fields = { status, since, until };
        const insert = db.insert(userStatus).values({ userId, ...fields });
        await insert.onConflictDoUpdate({ target: userStatus.userId, set: fields });
      }),
    preferences: (userId) =>
      guard(async () => {
        const [row] = await db.select(chosen).from(userPreferences).where(eq(userPreferences.userId, userId));
        return preferencesRowSchema.parse(row ?? { preferences: {} }).preferences;
      }),
    savePreferences: (userId, changes) =>
      guard(async () => preferencesRowSchema.parse(await savePreferences(context, userId, changes)).preferences),
  };
}
