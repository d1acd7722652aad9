import { fail, ok, type Result } from '../../../shared/result.ts';
import type { NewUser, User, UserChanges, UserStore } from '../../ports/stores.ts';
import { answer, attempt, type KeptUser, type MemoryState } from './memory-state.ts';

const isCalled = ({ user }: KeptUser, login: string): boolean =>
  user.email.toLowerCase() === login.toLowerCase() || user.extension === login;

function keep(state: MemoryState, kept: KeptUser): Result<User, 'taken'> {
  const { id, email, extension } = kept.user;
  const others = [...state.users.values()].filter(({ user }) => user.id !== id);
  if (others.some((other) => isCalled(other, email) || isCalled(other, extension))) return fail('taken');
  state.users.set(id, kept);
  return ok(kept.user);
}

function create(state: MemoryState, { passwordHash, ...user }: NewUser): Result<User, 'taken'> {
  if (state.users.has(user.id)) throw new Error(`The user id ${user.id} is in use.`);
  return keep(state, { user: { ...user, disabled: false }, passwordHash });
}

function update(state: MemoryState, userId: string, changes: UserChanges): Result<User, 'taken' | 'noSuchUser'> {
  const kept = state.users.get(userId);
  if (!kept) return fail('noSuchUser');
  const { passwordHash = kept.passwordHash, ...rest } = changes;
  return keep(state, { user: { ...kept.user, ...rest }, passwordHash });
}

const byExtension = (a: User, b: User): number =>
  a.extension.length - b.extension.length || (a.extension < b.extension ? -1 : 1);

export function memoryUsers(state: MemoryState): UserStore {
  const all = (): readonly KeptUser[] => [...state.users.values()];
  return {
    findByLogin: (login) => answer(state, () => all().find((kept) => isCalled(kept, login)) ?? null),
    find: (userId) => answer(state, () => state.users.get(userId)?.user ?? null),
    list: () =>
      answer(state, () =>
        all()
          .map(({ user }) => user)
          .sort(byExtension),
      ),
    create: (user) => attempt(state, () => create(state, user)),
    update: (userId, changes) => attempt(state, () => update(state, userId, changes)),
  };
}
