import type { CallEvent } from '../../../shared/call/call-event.ts';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import type { Recording, Transcript } from '../../../shared/recording/recording.ts';
import type { Reply } from '../../../shared/reply/reply.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import type { AuditEntry } from '../../ports/audit-log.ts';
import type { KeptQuality } from '../../ports/call-quality.ts';
import type { Letter, LetterEnd } from '../../ports/mail-outbox.ts';
import type { Share } from '../../ports/recording-catalogue.ts';
import type { Queue, Session, Stored, StoredCall, StoredStatus, StoreFailure, User } from '../../ports/stores.ts';
import type { HouseTemplate, ReplyTemplate } from '../../ports/template-store.ts';
import { createFanOut, type FanOut } from '../fan-out.ts';

export type KeptUser = { readonly user: User; readonly passwordHash: string };
export type KeptSession = {
  readonly session: Session;
  readonly tokenHash: string;
  readonly lastSeenAt: number;
  readonly ended: boolean;
};

/** `nextAt` is null once it has ended. */
export type KeptLetter = Letter & { readonly nextAt: number | null; readonly ended: LetterEnd | null };

/** What a database would hold. `available: false` makes every store answer `databaseUnavailable`, for tests of use-cases. */
export type MemoryState = {
  available: boolean;
  readonly calls: Map<string, StoredCall>;
  readonly stories: Map<string, readonly CallEvent[]>;
  readonly qualities: Map<string, readonly KeptQuality[]>;
  readonly stream: StreamEvent[];
  readonly fanOut: FanOut<StreamEvent>;
  readonly users: Map<string, KeptUser>;
  readonly sessions: Map<string, KeptSession>;
  readonly queues: Map<string, Queue>;
  readonly members: Map<string, readonly string[]>;
  readonly numbers: Map<string, string | null>;
  readonly settings: Map<string, string>;
  readonly statuses: Map<string, StoredStatus>;
  /** What each user chose, as the JSON a database would have. */
  readonly preferences: Map<string, string>;
  readonly replies: Map<string, Reply>;
  /** Each user's own, in their order. */
  readonly templates: Map<string, readonly ReplyTemplate[]>;
  readonly hiddenTemplates: Map<string, readonly HouseTemplate[]>;
  readonly recordings: Map<string, Recording>;
  readonly transcripts: Map<string, Transcript>;
  /** By the hash of their word. */
  readonly shares: Map<string, Share>;
  readonly audit: AuditEntry[];
  readonly letters: Map<string, KeptLetter>;
  readonly worklist: Map<string, WorkItem>;
};

/** A listener's mistake surfaces as an uncaught exception instead of going to whoever appended. */
const throwLater = (error: unknown): void =>
  queueMicrotask(() => {
    throw error;
  });

export const emptyState = (): MemoryState => ({
  available: true,
  calls: new Map(),
  stories: new Map(),
  qualities: new Map(),
  stream: [],
  fanOut: createFanOut<StreamEvent>(throwLater),
  users: new Map(),
  sessions: new Map(),
  queues: new Map(),
  members: new Map(),
  numbers: new Map(),
  settings: new Map(),
  statuses: new Map(),
  preferences: new Map(),
  replies: new Map(),
  templates: new Map(),
  hiddenTemplates: new Map(),
  recordings: new Map(),
  transcripts: new Map(),
  shares: new Map(),
  audit: [],
  letters: new Map(),
  worklist: new Map(),
});

/** Does the work unless the database is to be away. */
export async function answer<Value>(state: MemoryState, work: () => Value): Stored<Value> {
  await Promise.resolve();
  return state.available ? ok(work()) : fail('databaseUnavailable');
}

/** The same for work that may fail by itself. */
export async function attempt<Value, Failure>(
  state: MemoryState,
  work: () => Result<Value, Failure>,
): Promise<Result<Value, Failure | StoreFailure>> {
  const answered = await answer(state, work);
  return answered.ok ? answered.value : answered;
}

/** What a foreign key does: a reference to what is not there is a programming error. */
export function mustHave(state: MemoryState, kind: 'users' | 'calls', id: string): void {
  if (!state[kind].has(id)) throw new Error(`There is nothing with the id ${id} in ${kind}.`);
}
