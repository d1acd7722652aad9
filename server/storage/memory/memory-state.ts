import type { CallEvent } from '../../../shared/call/call-event.ts';
import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Queue, Session, Stored, StoredCall, User } from '../../ports/stores.ts';
import { createFanOut, type FanOut } from '../fan-out.ts';

export type KeptUser = { readonly user: User; readonly passwordHash: string };
export type KeptSession = { readonly session: Session; readonly tokenHash: string; readonly ended: boolean };

/** What a database would hold. `available: false` makes every store answer `databaseUnavailable`, for tests of use-cases. */
export type MemoryState = {
  available: boolean;
  readonly calls: Map<string, StoredCall>;
  readonly stories: Map<string, readonly CallEvent[]>;
  readonly stream: StreamEvent[];
  readonly fanOut: FanOut<StreamEvent>;
  readonly users: Map<string, KeptUser>;
  readonly sessions: Map<string, KeptSession>;
  readonly queues: Map<string, Queue>;
  readonly members: Map<string, readonly string[]>;
  readonly numbers: Map<string, string>;
  readonly settings: Map<string, string>;
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
  stream: [],
  fanOut: createFanOut<StreamEvent>(throwLater),
  users: new Map(),
  sessions: new Map(),
  queues: new Map(),
  members: new Map(),
  numbers: new Map(),
  settings: new Map(),
});

/** Does the work unless the database is to be away. */
export async function answer<Value>(state: MemoryState, work: () => Value): Stored<Value> {
  await Promise.resolve();
  return state.available ? ok(work()) : fail('databaseUnavailable');
}

/** What a foreign key does: a reference to somebody who is not there is a programming error. */
export function mustHave(state: MemoryState, kind: 'users' | 'queues', id: string): void {
  if (!state[kind].has(id)) throw new Error(`There is nothing with the id ${id} in ${kind}.`);
}
