import type { Call } from '../../shared/call/call.ts';
import type { CallEvent } from '../../shared/call/call-event.ts';
import type { StreamBody, StreamEvent } from '../../shared/protocol/stream.ts';
import type { Result } from '../../shared/result.ts';

/** Everything a store acknowledges is durable. `databaseUnavailable` means nothing was changed. */
export type StoreFailure = 'databaseUnavailable';
export type Stored<Value> = Promise<Result<Value, StoreFailure>>;

/** A call as stored: `version` counts its events, so that two servers cannot both decide its next one. */
export type StoredCall = { readonly call: Call; readonly version: number };

export interface CallStore {
  /**
   * Stores what happened to a call and what it became, together, and gives the event its place in the stream.
   * `conflict`: the stored version is not `call version - 1`; somebody else decided first, nothing was changed.
   */
  append(next: StoredCall, event: CallEvent): Promise<Result<StreamEvent, StoreFailure | 'conflict'>>;
  find(callId: string): Stored<StoredCall | null>;
  /** Every call that has not ended. */
  live(): Stored<readonly StoredCall[]>;
  /** The latest calls first. `before` is an `arrivedAt` (ms since the epoch) for paging. */
  recent(query: { readonly limit: number; readonly before?: number }): Stored<readonly Call[]>;
  /** The whole story of a call, in order. */
  eventsOf(callId: string): Stored<readonly CallEvent[]>;
}

/** What everybody is told, in one order with gapless numbers; other servers' events arrive here as well. */
export interface EventLog {
  append(body: StreamBody, at: number): Stored<StreamEvent>;
  /** At most `limit` events with a greater sequence number, in order. */
  after(sequence: number, limit: number): Stored<readonly StreamEvent[]>;
  /** The number of the newest event; 0 when there is none. */
  head(): Stored<number>;
  /** Each event once, in the order of its sequence numbers, from now on. Returns the way to stop. */
  subscribe(listener: (event: StreamEvent) => void): () => void;
}

export type Role = 'receptionist' | 'supervisor' | 'administrator';

export type User = {
  readonly id: string;
  readonly email: string;
  /** The number colleagues dial; also a sign-in name. */
  readonly extension: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
};

export type NewUser = Omit<User, 'disabled'> & { readonly passwordHash: string };
export type UserChanges = Partial<Omit<User, 'id'>> & { readonly passwordHash?: string };

export interface UserStore {
  /** By e-mail (case-insensitive) or extension. */
  findByLogin(login: string): Stored<{ readonly user: User; readonly passwordHash: string } | null>;
  find(userId: string): Stored<User | null>;
  list(): Stored<readonly User[]>;
  /** `taken`: another user has that e-mail or extension. */
  create(user: NewUser, at: number): Promise<Result<User, StoreFailure | 'taken'>>;
  update(userId: string, changes: UserChanges): Promise<Result<User, StoreFailure | 'taken' | 'noSuchUser'>>;
}

/** One signed-in browser. The token itself is never stored, only its SHA-256. */
export type Session = {
  readonly id: string;
  readonly userId: string;
  readonly consoleId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly userAgent: string;
};

export interface SessionStore {
  /** Creates the session and its console together. */
  create(session: Session, tokenHash: string): Stored<void>;
  /** Only while it has neither expired nor ended, and its user is not disabled. */
  findByTokenHash(tokenHash: string, now: number): Stored<{ readonly session: Session; readonly user: User } | null>;
  touch(sessionId: string, at: number): Stored<void>;
  /** Resolves to the sessions that were open until now. */
  end(sessionId: string, at: number): Stored<readonly Session[]>;
  endAllOf(userId: string, at: number): Stored<readonly Session[]>;
  /** Ends what has expired; resolves to those sessions. */
  sweep(now: number): Stored<readonly Session[]>;
}

export type Queue = {
  readonly id: string;
  readonly name: string;
  /** How long a caller rings or waits before being told that nobody can take the call. */
  readonly answerWithinSeconds: number;
};

/** Who answers what. */
export interface Directory {
  /** The queue a dialled number leads to; null when the number is not ours. */
  routeOf(dialled: string): Stored<Queue | null>;
  queuesOf(userId: string): Stored<readonly Queue[]>;
  membersOf(queueId: string): Stored<readonly string[]>;
  queues(): Stored<readonly Queue[]>;
  numbers(): Stored<readonly { readonly number: string; readonly queueId: string }[]>;
  saveQueue(queue: Queue, memberIds: readonly string[]): Stored<void>;
  saveNumber(number: string, queueId: string): Stored<void>;
}

/** Small facts about this installation, by key (the key that signs, the organisation's name). */
export interface SettingStore {
  get(key: string): Stored<string | null>;
  /** Keeps the first value: resolves to what is stored afterwards. */
  putIfAbsent(key: string, value: string): Stored<string>;
  put(key: string, value: string): Stored<void>;
}

export type Stores = {
  readonly calls: CallStore;
  readonly events: EventLog;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly directory: Directory;
  readonly settings: SettingStore;
};

/** The engine behind the stores, for health and for the end. */
export interface Database {
  readonly stores: Stores;
  /** Answers within two seconds or fails. */
  ping(): Stored<{ readonly version: string; readonly latencyMs: number }>;
  close(): Promise<void>;
}
