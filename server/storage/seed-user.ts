import type { Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Role, StoreFailure, Stores, User } from '../ports/stores.ts';

/** What seeding needs beside the stores. `hash` makes of a password what is stored. */
export type SeedTools = {
  readonly ids: Ids;
  readonly clock: Clock;
  readonly hash: (password: string) => Promise<string>;
};

export type SeedUser = {
  readonly email: string;
  readonly extension: string;
  readonly name: string;
  readonly role: Role;
};

/** `taken`: somebody has the e-mail or extension, perhaps because another server is seeding, too. */
export async function createUser(
  stores: Stores,
  user: SeedUser,
  password: string,
  { ids, clock, hash }: SeedTools,
): Promise<Result<User, StoreFailure | 'taken'>> {
  return stores.users.create({ id: ids.next(), ...user, passwordHash: await hash(password) }, clock.now());
}
