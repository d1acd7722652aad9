import type { UserDetails } from '../../shared/protocol/accounts.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, LastSeen, SessionStore, Stored, StoreFailure, User, UserStore } from '../ports/stores.ts';

type Parts = {
  readonly users: UserStore;
  readonly directory: Directory;
  readonly sessions: Pick<SessionStore, 'lastSeen'>;
  readonly clock: Clock;
};

/** Users with what else is known of them. */
export function createUserList({ users, directory, sessions, clock }: Parts) {
  const about = async (): Stored<(user: User) => UserDetails> => {
    const [members, seen] = await Promise.all([directory.members(), sessions.lastSeen(clock.now())]);
    if (!members.ok) return members;
    if (!seen.ok) return seen;
    return ok((user) => detailsOf(user, members.value, seen.value.get(user.id)));
  };
  return {
    all: async (): Stored<readonly UserDetails[]> => {
      const [all, describe] = await Promise.all([users.list(), about()]);
      if (!all.ok) return all;
      return describe.ok ? ok(all.value.map(describe.value)) : describe;
    },
    one: async (userId: string): Promise<Result<UserDetails, StoreFailure | 'noSuchUser'>> => {
      const [user, describe] = await Promise.all([users.find(userId), about()]);
      if (!user.ok) return user;
      if (!describe.ok) return describe;
      return user.value === null ? fail('noSuchUser') : ok(describe.value(user.value));
    },
  };
}

const detailsOf = (
  user: User,
  members: ReadonlyMap<string, readonly string[]>,
  seen: LastSeen | undefined,
): UserDetails => ({
  ...user,
  queueIds: [...members].filter(([, userIds]) => userIds.includes(user.id)).map(([queueId]) => queueId),
  signedIn: seen?.signedIn ?? false,
  lastSeenAt: seen?.at ?? null,
});
