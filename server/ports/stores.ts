import type { Call } from '../../shared/call/call.ts';
import type { z } from 'zod';
import type { CallEvent } from '../../shared/call/call-event.ts';
import type { Hours } from '../../shared/opening-hours/hours.ts';
import type { recordingRuleSchema, voicemailRuleSchema } from '../../shared/protocol/directory.ts';
import type { Preferences } from '../../shared/protocol/preferences.ts';
import type { Status, StreamBody, StreamEvent } from '../../shared/protocol/stream.ts';
import type { Reply, ReplyAnswer } from '../../shared/reply/reply.ts';
import type { Result } from '../../shared/result.ts';
import type { AuditLog } from './audit-log.ts';
import type { CallQuality, KeptQuality } from './call-quality.ts';
import type { CallQuery } from './call-query.ts';
import type { MailOutbox } from './mail-outbox.ts';
import type { RecordingCatalogue } from './recording-catalogue.ts';
import type { Stored, StoreFailure } from './stored.ts';
import type { TemplateStore } from './template-store.ts';
import type { WorklistStore } from './worklist-store.ts';

export type { Stored, StoreFailure };

/** A call as stored: `version` counts its events, so that two servers cannot both decide its next one. */
export type StoredCall = { readonly call: Call; readonly version: number };

/** `again`: an attempt failed, and nobody heard whether it was stored all the same; if it was, that is no conflict. */
export type NextCall = StoredCall & { readonly again?: boolean };

export interface CallStore {
  /**
   * Stores what happened to a call and what it became, together, and gives the events their places in the stream, one
   * after the other; answers the last as it was told. Each makes a version: `next` has that of the last.
   * `conflict`: the stored version is not the one before these events; somebody else decided first, nothing was changed.
   * After `databaseUnavailable` they may be stored all the same, when the connection broke on the way: see `NextCall`.
   */
  append(
    next: NextCall,
    ...happened: readonly [CallEvent, ...CallEvent[]]
  ): Promise<Result<StreamEvent, StoreFailure | 'conflict'>>;
  find(callId: string): Stored<StoredCall | null>;
  /** Every call that has not ended. */
  live(): Stored<readonly StoredCall[]>;
  /** The latest calls first. `before` is an `arrivedAt` (ms since the epoch) for paging. */
  recent(query: { readonly limit: number; readonly before?: number }): Stored<readonly Call[]>;
  /**
   * One page of those the query is about, the latest first, and how many they are. Whoever arrived in the same millisecond as the last
   * of the page comes with it: the next page begins after as many as were given.
   */
  list(
    query: CallQuery,
    page: { readonly limit: number; readonly offset: number },
  ): Stored<{ readonly calls: readonly Call[]; readonly total: number }>;
  /** The latest earlier calls of a caller's number, latest first; not that of `exceptCallId`. */
  earlier(query: {
    readonly number: string;
    readonly exceptCallId: string;
    readonly limit: number;
  }): Stored<readonly Call[]>;
  /** What a browser measured of a call's audio, kept beside it. */
  keepQuality(callId: string, quality: CallQuality, at: number): Stored<void>;
  /** What has been kept of it, in the order in which it was measured. */
  qualityOf(callId: string): Stored<readonly KeptQuality[]>;
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

export type LastSeen = { readonly at: number; readonly signedIn: boolean };

export interface SessionStore {
  /** Creates the session and its console together. */
  create(session: Session, tokenHash: string): Stored<void>;
  /** Only while it has neither expired nor ended, and its user is not disabled. */
  findByTokenHash(tokenHash: string, now: number): Stored<{ readonly session: Session; readonly user: User } | null>;
  touch(sessionId: string, at: number): Stored<void>;
  /** When each user was last seen (ms since the epoch), and whether a session of theirs is open; by user id. */
  lastSeen(now: number): Stored<ReadonlyMap<string, LastSeen>>;
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
  readonly recording: RecordingRule;
  readonly voicemail: VoicemailRule;
} & Hours;

/** Which calls of a queue are recorded, what the caller is told of it, and how long recordings are kept (null: for ever). */
export type RecordingRule = z.output<typeof recordingRuleSchema>;
/** What callers nobody can take are offered. */
export type VoicemailRule = z.output<typeof voicemailRuleSchema>;

/** A number of ours as the trunk sends it; it leads nowhere while `queueId` is null. */
export type OwnNumber = { readonly number: string; readonly queueId: string | null };

/** What a person says of themselves, kept over sign-out; `until` ends it by itself. Times in ms since the epoch. */
export type StoredStatus = { readonly status: Status; readonly since: number; readonly until: number | null };

export interface PersonStore {
  /** Everybody who ever set one. */
  statuses(): Stored<ReadonlyMap<string, StoredStatus>>;
  setStatus(userId: string, status: StoredStatus): Stored<void>;
  /** The defaults for who never chose. */
  preferences(userId: string): Stored<Preferences>;
  /** Changes what is given, keeps the rest; resolves to what is stored then. */
  savePreferences(userId: string, changes: Partial<Preferences>): Stored<Preferences>;
}

/** Who answers what. */
export interface Directory {
  /** The queue a dialled number leads to; null when the number is not ours, or leads nowhere. */
  routeOf(dialled: string): Stored<Queue | null>;
  queuesOf(userId: string): Stored<readonly Queue[]>;
  membersOf(queueId: string): Stored<readonly string[]>;
  queues(): Stored<readonly Queue[]>;
  numbers(): Stored<readonly OwnNumber[]>;
  /** Who is rung by which queue, by queue id; a queue without members may be missing. */
  members(): Stored<ReadonlyMap<string, readonly string[]>>;
  saveQueue(queue: Queue, memberIds: readonly string[]): Promise<Result<void, StoreFailure | 'noSuchUser'>>;
  /**
   * Numbers that led to it lead to another from then on, or nowhere (null). False when there was none; `noSuchQueue`: there is
   * none of the other, or it is the same, and nothing is changed.
   */
  removeQueue(queueId: string, numbersTo: string | null): Promise<Result<boolean, StoreFailure | 'noSuchQueue'>>;
  /** Makes somebody a member of these queues and no others; in a new one they come last. */
  setQueuesOf(
    userId: string,
    queueIds: readonly string[],
  ): Promise<Result<void, StoreFailure | 'noSuchUser' | 'noSuchQueue'>>;
  saveNumber(number: string, queueId: string | null): Promise<Result<void, StoreFailure | 'noSuchQueue'>>;
  /** False when there was none. */
  removeNumber(number: string): Stored<boolean>;
}

/** The latest first. What is left out does not matter. */
export type ReplyQuery = {
  readonly limit: number;
  /** Sent before this time (ms since the epoch), for paging. */
  readonly before?: number;
  readonly handled?: boolean;
  readonly answer?: ReplyAnswer;
  /** All but those with this answer. */
  readonly without?: ReplyAnswer;
  /** Whether the caller has answered, or left. */
  readonly answered?: boolean;
  /** Only those this user sent. */
  readonly sentBy?: string;
  /** Part of a name, a number or the text, whatever its case. */
  readonly search?: string;
  /** Only those of these queues, and those this user sent. */
  readonly seenBy?: { readonly userId: string; readonly queueIds: readonly string[] };
};

/** The replies that were sent, and what came of them. */
export interface ReplyStore {
  /**
   * Keeps a reply as it is now and says so in the stream, together. `conflict`: the stored version is not the one before;
   * somebody else decided first, nothing was changed. Keeping the very same thing twice is keeping it once.
   */
  keep(reply: Reply, at: number): Promise<Result<void, StoreFailure | 'conflict'>>;
  find(replyId: string): Stored<Reply | null>;
  list(query: ReplyQuery): Stored<readonly Reply[]>;
  /** How many of those the query is about, however many its limit lets through. */
  count(query: Omit<ReplyQuery, 'limit' | 'before'>): Stored<number>;
  /** Those whose caller has neither answered nor left. */
  unfinished(): Stored<readonly Reply[]>;
}

/** Small facts about this installation, by key (the key that signs, the organisation's name). */
export interface SettingStore {
  get(key: string): Stored<string | null>;
  /** Keeps the first value: resolves to what is stored afterwards. */
  putIfAbsent(key: string, value: string): Stored<string>;
  put(key: string, value: string): Stored<void>;
  /** The keys that begin with this, in no order. */
  keys(beginning: string): Stored<readonly string[]>;
}

export type Stores = {
  readonly calls: CallStore;
  readonly events: EventLog;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly directory: Directory;
  readonly settings: SettingStore;
  readonly people: PersonStore;
  readonly replies: ReplyStore;
  readonly templates: TemplateStore;
  readonly recordings: RecordingCatalogue;
  readonly worklist: WorklistStore;
  readonly audit: AuditLog;
  readonly mailOutbox: MailOutbox;
};

/** The engine behind the stores, for health and for the end. */
export interface Database {
  readonly stores: Stores;
  /** Answers within two seconds or fails. */
  ping(): Stored<{ readonly version: string; readonly latencyMs: number }>;
  close(): Promise<void>;
}
