import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Passwords } from '../ports/passwords.ts';
import type { Session, SessionStore, StoreFailure, User, UserStore } from '../ports/stores.ts';
import { createAttempts } from './attempts.ts';

export type SignedIn = { readonly session: Session; readonly user: User };
export type SignInFailure = 'wrongPassword' | 'tooManyAttempts' | StoreFailure;

type SignIn = {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
};

/** Signing in and out. A session is a random token in a cookie; only its SHA-256 is stored. */
export type Accounts = {
  readonly signIn: (request: SignIn) => Promise<Result<SignedIn & { readonly token: string }, SignInFailure>>;
  readonly whoIs: (token: string) => Promise<Result<SignedIn | null, StoreFailure>>;
  /** A page of this session came or went just now. */
  readonly seen: (session: Session) => Promise<Result<void, StoreFailure>>;
  readonly signOut: (session: Session) => Promise<Result<void, StoreFailure>>;
  readonly signOutEverywhere: (userId: string) => Promise<Result<void, StoreFailure>>;
  /** Ends what has expired. */
  readonly sweep: () => Promise<Result<void, StoreFailure>>;
};

/** A shift and a bit. */
export const sessionHours = 12;
const hourMs = 3_600_000;
const mostFailures = { perLogin: 5, perAddress: 30 };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export function createAccounts(parts: {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told of every session that ended, so that its open connections end as well. */
  readonly onEnded: (session: Session) => void;
}): Accounts {
  const { users, sessions, passwords, clock, ids } = parts;
  const check = limited(clock, checkPassword(users, passwords));
  const open = openSession(sessions, clock, ids);

  const tellEnded = (ended: Result<readonly Session[], StoreFailure>): Result<void, StoreFailure> => {
    if (!ended.ok) return ended;
    for (const session of ended.value) parts.onEnded(session);
    return ok();
  };

  return {
    signIn: async (request) => {
      const user = await check(request);
      return user.ok ? open(user.value, request.userAgent) : user;
    },
    whoIs: (token) => sessions.findByTokenHash(hashOf(token), clock.now()),
    seen: (session) => sessions.touch(session.id, clock.now()),
    signOut: async (session) => tellEnded(await sessions.end(session.id, clock.now())),
    signOutEverywhere: async (userId) => tellEnded(await sessions.endAllOf(userId, clock.now())),
    sweep: async () => tellEnded(await sessions.sweep(clock.now())),
  };
}

type Check = (login: string, password: string) => Promise<Result<User, 'wrongPassword' | StoreFailure>>;

/** Each is counted before it is looked at, since of guesses sent at once none has failed yet; and not when it was none. */
function limited(clock: Clock, check: Check): (request: SignIn) => Promise<Result<User, SignInFailure>> {
  const byLogin = createAttempts(clock, mostFailures.perLogin);
  const byAddress = createAttempts(clock, mostFailures.perAddress);
  return async ({ login, password, address }) => {
    const key = login.toLowerCase();
    if (byLogin.tooMany(key) || byAddress.tooMany(address)) return fail('tooManyAttempts');
    byLogin.begun(key);
    byAddress.begun(address);
    const user = await check(login, password);
    if (!user.ok && user.error === 'wrongPassword') return user;
    byAddress.takenBack(address);
    if (user.ok) byLogin.succeeded(key);
    else byLogin.takenBack(key);
    return user;
  };
}

const checkPassword =
  (users: UserStore, passwords: Passwords): Check =>
  async (login, password) => {
    const found = await users.findByLogin(login);
    if (!found.ok) return found;
    if (found.value === null) {
      await passwords.verifyNothing(password);
      return fail('wrongPassword');
    }
    const right = await passwords.verify(found.value.passwordHash, password);
    return right && !found.value.user.disabled ? ok(found.value.user) : fail('wrongPassword');
  };

const openSession =
  (sessions: SessionStore, clock: Clock, ids: Ids) =>
  async (user: User, userAgent: string): Promise<Result<SignedIn & { readonly token: string }, StoreFailure>> => {
    const token = ids.secret();
    const now = clock.now();
    const session: Session = {
      id: ids.next(),
      userId: user.id,
      consoleId: ids.next(),
      createdAt: now,
      expiresAt: now + sessionHours * hourMs,
      userAgent: userAgent.slice(0, 300),
    };
    const created = await sessions.create(session, hashOf(token));
    return created.ok ? ok({ session, user, token }) : created;
  };
