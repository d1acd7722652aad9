import type { Welcome } from '../../shared/protocol/accounts.ts';
import { argon2Passwords, verifyPassword } from '../storage/passwords.ts';
import { demoPassword, seedDemo, shutOutOfDemo } from '../storage/seed-demo.ts';
import { seedFirstAdministrator } from '../storage/seed-first-administrator.ts';
import { FailedStart } from './failed-start.ts';
import type { Engines } from './open-engines.ts';
import type { Surroundings } from './surroundings.ts';

export type Prepared = { readonly demoSignIns: Welcome['demoSignIns']; readonly firstPassword: string | null };

/** Somebody must be able to sign in: the demo's people, or one administrator with a password that is shown once. */
export async function prepareAccounts({ settings, ids, clock }: Surroundings, engines: Engines): Promise<Prepared> {
  const { stores } = engines.database;
  const seeds = { ids, clock, hash: (password: string) => argon2Passwords.hash(password) };
  if (!settings.demo) {
    const shutOut = await shutOutOfDemo(stores, verifyPassword);
    const made = shutOut.ok ? await seedFirstAdministrator(stores, { ...seeds, shutOut: shutOut.value }) : shutOut;
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
