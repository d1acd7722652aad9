import { defined } from '../../shared/defined.ts';
import type { UserDetails } from '../../shared/protocol/accounts.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Ids } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Passwords } from '../ports/passwords.ts';
import type { Directory, Role, SessionStore, StoreFailure, User, UserStore } from '../ports/stores.ts';
import type { Accounts } from './sign-in.ts';
import { createUserList } from './user-list.ts';

export type NewUserDetails = {
  readonly email: string;
  readonly extension: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly queueIds: readonly string[];
};

/** The same with every field optional; an absent one stays as it is. */
export type UserDetailChanges = {
  readonly [Field in keyof NewUserDetails]?: NewUserDetails[Field] | undefined;
} & { readonly disabled?: boolean | undefined };

export type ChangeFailure = StoreFailure | 'taken' | 'noSuchUser' | 'noSuchQueue' | 'notYourself' | 'lastAdministrator';

type Parts = {
  readonly users: UserStore;
  readonly directory: Directory;
  readonly sessions: Pick<SessionStore, 'lastSeen'>;
  readonly passwords: Passwords;
  readonly accounts: Accounts;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Does one thing after the other: each sees what the one before it did. */
  readonly inOrder: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** Told of a user who is new or different. */
  readonly onChanged: (userId: string) => Promise<void>;
};

/** What an administrator does with users. */
export function createUserManagement(parts: Parts) {
  const { users, directory, passwords, ids, clock, inOrder, onChanged } = parts;
  const list = createUserList(parts);
  return {
    find: (userId: string) => users.find(userId),
    list: list.all,
    create: async ({
      password,
      queueIds,
      ...details
    }: NewUserDetails): Promise<Result<UserDetails, StoreFailure | 'taken' | 'noSuchUser' | 'noSuchQueue'>> => {
      const known = await areQueues(directory, queueIds);
      if (!known.ok) return known;
      const passwordHash = await passwords.hash(password);
      const created = await users.create({ id: ids.next(), ...details, passwordHash }, clock.now());
      if (!created.ok) return created;
      const { id } = created.value;
      const joined = await directory.setQueuesOf(id, queueIds);
      await onChanged(id);
      return joined.ok ? list.one(id) : joined;
    },
    /**
     * A new password or a disabled account ends every session of that person. `by`: the administrator who does it, who
     * can neither disable nor demote themselves; so there is always one left, also when two do it to each other at once.
     */
    change: (by: User, userId: string, changes: UserDetailChanges): Promise<Result<UserDetails, ChangeFailure>> =>
      inOrder(async () => {
        const allowed = await mayChange(users, by, userId, changes);
        if (!allowed.ok) return allowed;
        const changed = await carryOut(parts, userId, changes);
        return changed.ok ? list.one(userId) : changed;
      }),
  };
}

export type UserManagement = ReturnType<typeof createUserManagement>;

async function mayChange(
  users: UserStore,
  by: User,
  userId: string,
  { role, disabled }: UserDetailChanges,
): Promise<Result<void, StoreFailure | 'notYourself' | 'lastAdministrator'>> {
  const takesAway = disabled === true || (role !== undefined && role !== 'administrator');
  if (!takesAway) return ok();
  if (by.id === userId) return fail('notYourself');
  const all = await users.list();
  if (!all.ok) return all;
  return all.value.some((user) => user.id !== userId && isAdministrator(user)) ? ok() : fail('lastAdministrator');
}

const isAdministrator = ({ role, disabled }: User): boolean => role === 'administrator' && !disabled;

async function carryOut(
  { users, directory, passwords, accounts, onChanged }: Parts,
  userId: string,
  { password, queueIds, ...changes }: UserDetailChanges,
): Promise<Result<void, StoreFailure | 'taken' | 'noSuchUser' | 'noSuchQueue'>> {
  const known = await areQueues(directory, queueIds ?? []);
  if (!known.ok) return known;
  const passwordHash = password === undefined ? undefined : await passwords.hash(password);
  const changed = await users.update(userId, defined({ ...changes, passwordHash }));
  if (!changed.ok) return changed;
  const joined = queueIds === undefined ? ok() : await directory.setQueuesOf(userId, queueIds);
  const out = passwordHash !== undefined || changed.value.disabled ? await accounts.signOutEverywhere(userId) : ok();
  await onChanged(userId);
  return joined.ok ? out : joined;
}

async function areQueues(
  directory: Directory,
  queueIds: readonly string[],
): Promise<Result<void, StoreFailure | 'noSuchQueue'>> {
  if (queueIds.length === 0) return ok();
  const queues = await directory.queues();
  if (!queues.ok) return queues;
  return queueIds.every((wanted) => queues.value.some(({ id }) => id === wanted)) ? ok() : fail('noSuchQueue');
}
