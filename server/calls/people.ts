import type { Call } from '../../shared/call/call.ts';
import type { Person, Status } from '../../shared/protocol/stream.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog, PersonStore, StoreFailure, StoredStatus, User, UserStore } from '../ports/stores.ts';
import type { Desk } from './desk.ts';
import { talks } from './offer.ts';

/** Who is at work, and how they stand: made of who can ring, who talks, and what they say of themselves. */
export type People = {
  /** Tells everybody as they stand, when the server starts. */
  readonly begin: () => Promise<Result<void, StoreFailure>>;
  /** Something about this user's desks or calls changed; tells it if they stand differently now. */
  readonly look: (userId: string) => Promise<void>;
  readonly setStatus: (
    userId: string,
    status: Status,
    until: number | null,
  ) => Promise<Result<Person, StoreFailure | 'noSuchUser'>>;
  readonly close: () => void;
};

type Parts = {
  readonly desk: Desk;
  readonly users: UserStore;
  readonly people: PersonStore;
  readonly events: EventLog;
  /** Ends what has a time. */
  readonly clock: Clock;
  /** The calls that are going on. */
  readonly calls: () => readonly Call[];
  /** Somebody takes calls again, or no more. */
  readonly onStatus: (userId: string) => void;
};

export function createPeople(parts: Parts): People {
  const { desk, users } = parts;
  const tell = createTelling(parts);
  const ends = createStatusEnds({ clock: parts.clock, log: desk.log }, (userId) =>
    setStatus(userId, 'available', null),
  );
  const setStatus: People['setStatus'] = async (userId, status, until) => {
    const user = await users.find(userId);
    if (!user.ok) return user;
    if (user.value === null) return fail('noSuchUser');
    const stored: StoredStatus = { status, since: desk.clock.now(), until: status === 'available' ? null : until };
    const kept = await parts.people.setStatus(userId, stored);
    if (!kept.ok) return kept;
    desk.statuses.set(userId, stored);
    ends.at(userId, stored.until);
    parts.onStatus(userId);
    return tell(user.value);
  };
  return {
    begin: async () => {
      const [stored, everybody] = await Promise.all([parts.people.statuses(), users.list()]);
      if (!stored.ok) return stored;
      if (!everybody.ok) return everybody;
      for (const [userId, status] of stored.value) {
        desk.statuses.set(userId, status);
        ends.at(userId, status.until);
      }
      for (const user of everybody.value) await tell(user);
      return ok();
    },
    look: async (userId) => {
      const user = await users.find(userId);
      if (user.ok && user.value !== null) await tell(user.value);
    },
    setStatus,
    close: ends.stop,
  };
}

/** A status with a time ends by itself. */
function createStatusEnds({ clock, log }: Pick<Desk, 'clock' | 'log'>, end: (userId: string) => Promise<unknown>) {
  const timers = new Map<string, () => void>();
  return {
    at: (userId: string, until: number | null): void => {
      timers.get(userId)?.();
      timers.delete(userId);
      if (until === null) return;
      const over = (): void => {
        end(userId).catch((error: unknown) => log.error({ err: error }, 'a status did not end'));
      };
      timers.set(userId, clock.after(Math.max(0, until - clock.now()), over));
    },
    stop: (): void => {
      for (const stop of timers.values()) stop();
    },
  };
}

/** Says how somebody stands, if that is news. */
function createTelling({ desk, events, calls }: Parts) {
  const told = new Map<string, Person>();
  const tellGone = async (id: string): Promise<Result<never, StoreFailure | 'noSuchUser'>> => {
    if (!told.delete(id)) return fail('noSuchUser');
    const stored = await events.append({ kind: 'personGone', personId: id }, desk.clock.now());
    return stored.ok ? fail('noSuchUser') : stored;
  };
  return async ({ id, name, extension, disabled }: User): Promise<Result<Person, StoreFailure | 'noSuchUser'>> => {
    // Whoever may not sign in is nobody's colleague, whatever they last said of themselves.
    if (disabled) return tellGone(id);
    const before = told.get(id);
    const { status, until } = desk.statuses.of(id);
    const presence = presenceOf(desk, calls(), id, status);
    const isSame = before?.name === name && before.extension === extension;
    if (isSame && before.presence === presence && before.until === until) return ok(before);
    const now = desk.clock.now();
    const since = before?.presence === presence ? before.since : now;
    const person: Person = { id, name, extension, presence, since, until };
    told.set(id, person);
    const stored = await events.append({ kind: 'person', person }, now);
    return stored.ok ? ok(person) : stored;
  };
}

function presenceOf(desk: Desk, calls: readonly Call[], userId: string, status: Status): Person['presence'] {
  const theirs = desk.consoles.all().filter(({ agent }) => agent.userId === userId);
  if (theirs.length === 0) return 'offline';
  if (calls.some((call) => call.agent?.userId === userId && talks(call))) return 'onCall';
  // Who would not hear a call is not there for it, whatever their browser's sockets say.
  return theirs.some(({ agent }) => desk.consoles.hears(agent.consoleId)) ? status : 'offline';
}
