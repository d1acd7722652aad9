import { ok, type Result } from '../../shared/result.ts';
import type { Ids } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Passwords } from '../ports/passwords.ts';
import type { Role, StoreFailure, User, UserStore } from '../ports/stores.ts';
import type { Accounts } from './sign-in.ts';

export type UserDetails = {
  readonly email: string;
  readonly extension: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
};

/** The same with every field optional; an absent one stays as it is. */
export type UserDetailChanges = {
  readonly [Field in keyof UserDetails]?: UserDetails[Field] | undefined;
} & { readonly disabled?: boolean | undefined };

/** What an administrator does with users. */
export function createUserManagement(parts: {
  readonly users: UserStore;
  readonly passwords: Passwords;
  readonly accounts: Accounts;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Told of a user who is new or different. */
  readonly onChanged: (userId: string) => Promise<void>;
}) {
  const { users, passwords, accounts, ids, clock, onChanged } = parts;
  return {
    list: () => users.list(),
    create: async ({ password, ...details }: UserDetails): Promise<Result<User, StoreFailure | 'taken'>> => {
      const passwordHash = await passwords.hash(password);
      const created = await users.create({ id: ids.next(), ...details, passwordHash }, clock.now());
      if (created.ok) await onChanged(created.value.id);
      return created;
    },
    /** A new password or a disabled account ends every session of that person. */
    change: async (
      userId: string,
      { password, ...changes }: UserDetailChanges,
    ): Promise<Result<User, StoreFailure | 'taken' | 'noSuchUser'>> => {
      const passwordHash = password === undefined ? undefined : await passwords.hash(password);
      const changed = await users.update(userId, defined({ ...changes, passwordHash }));
      if (!changed.ok) return changed;
      await onChanged(userId);
      if (passwordHash !== undefined || changed.value.disabled) {
        const out = await accounts.signOutEverywhere(userId);
        if (!out.ok) return out;
      }
      return ok(changed.value);
    },
  };
}

export type UserManagement = ReturnType<typeof createUserManagement>;

type Defined<Fields> = { readonly [Field in keyof Fields]?: Exclude<Fields[Field], undefined> };

function defined<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Defined<Fields> {
  // Object.fromEntries forgets the names of the fields; the entries are those of `fields` without the undefined ones.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}
