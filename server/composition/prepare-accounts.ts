import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Passwords } from '../ports/passwords.ts';
import type { Stores } from '../ports/stores.ts';
import { demoPassword, seedDemo } from '../storage/seed-demo.ts';
import { seedFirstAdministrator } from '../storage/seed-first-administrator.ts';
import type { Welcome } from '../../shared/protocol/api.ts';
import { FailedStart } from './failed-start.ts';

export type Prepared = { readonly demoSignIns: Welcome['demoSignIns']; readonly firstPassword: string | null };

/** Somebody must be able to sign in: the demo's people, or one administrator with a password that is shown once. */
export async function prepareAccounts(
  stores: Stores,
  parts: { readonly demo: boolean; readonly passwords: Passwords; readonly ids: Ids; readonly clock: Clock },
): Promise<Prepared> {
  const seeds = { ids: parts.ids, clock: parts.clock, hash: (password: string) => parts.passwords.hash(password) };
  if (!parts.demo) {
    const made = await seedFirstAdministrator(stores, seeds);
    if (!made.ok) throw new FailedStart('The first administrator could not be stored: the database does not answer.');
    return { demoSignIns: [], firstPassword: made.value };
  }
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const seeded = await seedDemo(stores, { ...seeds, timeZone });
  const users = seeded.ok ? await stores.users.list() : seeded;
  if (!users.ok) throw new FailedStart('The demo could not be stored: the database does not answer.');
  const demoSignIns = users.value
    .filter(({ email, disabled }) => email.endsWith('@nordkap.example') && !disabled)
    .map(({ name, email, role }) => ({ name, login: email, password: demoPassword, role }));
  return { demoSignIns, firstPassword: null };
}
