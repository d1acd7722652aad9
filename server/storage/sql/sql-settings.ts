import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SettingStore } from '../../ports/stores.ts';
import { storableText } from '../stored-json.ts';
import { settings } from './schema/settings.ts';
import type { SqlContext } from './sql-context.ts';

const rowSchema = z.object({ value: z.string() });
const keyRowSchema = z.object({ key: z.string() });
const columns = { value: settings.value };

export function sqlSettings({ db, guard }: SqlContext): SettingStore {
  return {
    get: (key) =>
      guard(async () => {
        const [row] = await db.select(columns).from(settings).where(eq(settings.key, key));
        return row ? rowSchema.parse(row).value : null;
      }),
    putIfAbsent: (key, value) =>
      guard(async () => {
        // An update to what is there already, because a conflict that does nothing returns nothing.
        const insert = db.insert(settings).values({ key, value: storableText(value) });
        const kept = insert.onConflictDoUpdate({ target: settings.key, set: { value: sql`${settings.value}` } });
        return rowSchema.parse((await kept.returning(columns))[0]).value;
      }),
    put: (key, value) =>
      guard(async () => {
        const fields = { value: storableText(value) };
        await db
          .insert(settings)
          .values({ key, ...fields })
          .onConflictDoUpdate({ target: settings.key, set: fields });
      }),
    keys: (beginning) =>
      guard(async () => {
        const rows = await db
          .select({ key: settings.key })
          .from(settings)
          .where(sql`starts_with(${settings.key}, ${beginning})`);
        return rows.map((row) => keyRowSchema.parse(row).key);
      }),
  };
}
