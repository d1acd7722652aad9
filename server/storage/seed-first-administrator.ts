import { ok } from '../../shared/result.ts';
import type { Stored, Stores } from '../ports/stores.ts';
import { createUser, type SeedTools, type SeedUser } from './seed-user.ts';

const firstAdministrator: SeedUser = {
  email: 'admin@localhost',
  extension: '100',
  name: 'Administrator',
  role: 'administrator',
};

/** 120 bits, and short enough to be typed once. */
const passwordLength = 20;

/**
 * Somebody to begin with: one administrator when there are no users at all, but for those who are shut out (by e-mail).
 * Resolves to the password, to be shown once and never again, or to null when there are users. A given password is used
 * instead of a generated one.
 */
export async function seedFirstAdministrator(
  stores: Stores,
  tools: SeedTools & { readonly password?: string; readonly shutOut?: ReadonlySet<string> },
): Stored<string | null> {
  const users = await stores.users.list();
  if (!users.ok) return users;
  if (users.value.some(({ email }) => tools.shutOut?.has(email) !== true)) return ok(null);
  const password = tools.password ?? tools.ids.secret().slice(0, passwordLength);
  const created = await createUser(stores, firstAdministrator, password, tools);
  if (created.ok) return ok(password);
  return created.error === 'taken' ? ok(null) : { ok: false, error: created.error };
}
