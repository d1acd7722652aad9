import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiResult, ServerLink } from '../../../ports/server-link.ts';
import { createWorkTable, type WorkTable } from './work-table.ts';

/** Why something was not done with an entry: a code of the errors table, and its sentence. */
export type WorkFailure = { readonly code: string; readonly sentence: string };

/** What was done last, so that it can be taken back. */
export type WorkDone = { readonly itemId: string; readonly what: 'done' | 'reopened' };

export type Working = {
  /** The entries something is just being done with. */
  readonly pending: readonly string[];
  readonly failures: Readonly<Record<string, WorkFailure>>;
  readonly last: WorkDone | null;
};

/** The callers to be called back, of this desk's person and queues. */
export type Worklist = {
  readonly table: WorkTable;
  readonly working: StoreApi<Working>;
  readonly accept: (frame: ServerFrame) => void;
  /** Says that one calls back oneself. Whether one does: a colleague may have been first. */
  readonly own: (itemId: string, how?: Owning) => Promise<boolean>;
  readonly release: (itemId: string) => Promise<boolean>;
  readonly finish: (itemId: string, done: boolean) => Promise<boolean>;
  /** What failed, and what was done last, is not to be shown any more. */
  readonly forgive: () => void;
};

export type Owning = { readonly takeOver?: boolean; readonly dueAt?: number | null };

/** More open ones than anybody has in front of them. */
const mostOpen = 500;

export const createWorklist = (server: Pick<ServerLink, 'call'>): Worklist => new Work(server);

class Work implements Worklist {
  readonly table = createWorkTable();
  readonly working = createStore<Working>(() => ({ pending: [], failures: {}, last: null }));
  readonly #server: Pick<ServerLink, 'call'>;
  /** What the stream told while everything was asked for. */
  #heard = new Set<string>();

  constructor(server: Pick<ServerLink, 'call'>) {
    this.#server = server;
    this.table.subscribeChanges((_, { id }) => void this.#heard.add(id));
  }

  readonly accept = (frame: ServerFrame): void => {
    this.table.accept(frame);
    // What was told before is not in a snapshot.
    if (frame.type === 'snapshot') void this.#load();
  };

  readonly own = (itemId: string, { takeOver = false, dueAt = null }: Owning = {}): Promise<boolean> =>
    this.#run(itemId, () => this.#server.call('ownWorkItem', { params: { id: itemId }, body: { takeOver, dueAt } }));

  readonly release = (itemId: string): Promise<boolean> =>
    this.#run(itemId, () => this.#server.call('releaseWorkItem', { params: { id: itemId } }));

  readonly finish = async (itemId: string, done: boolean): Promise<boolean> => {
    const isDone = await this.#run(itemId, () =>
      this.#server.call('finishWorkItem', { params: { id: itemId }, body: { done } }),
    );
    if (isDone) this.working.setState({ last: { itemId, what: done ? 'done' : 'reopened' } });
    return isDone;
  };

  readonly forgive = (): void => this.working.setState({ failures: {}, last: null });

  async #load(): Promise<void> {
    this.#heard = new Set();
    const heard = this.#heard;
    const open = await this.#server.call('worklist', { query: { view: 'open', limit: mostOpen } });
    // Without an answer the stream has gone as well, and its next snapshot asks again.
    if (open.ok) this.table.replaceOpen(open.value.items, heard);
  }

  async #run(itemId: string, task: () => Promise<ApiResult<'ownWorkItem'>>): Promise<boolean> {
    const { pending, failures } = this.working.getState();
    if (pending.includes(itemId)) return false;
    const { [itemId]: _, ...others } = failures;
    this.working.setState({ pending: [...pending, itemId], failures: others, last: null });
    const done = await task();
    if (done.ok) this.table.add([done.value]);
    // Who was first, the stream has told or will; asked for, it is certain.
    else if (done.error.code !== 'unreachable') await this.#load();
    this.working.setState((now) => ({
      pending: now.pending.filter((id) => id !== itemId),
      failures: done.ok ? now.failures : { ...now.failures, [itemId]: failureOf(done.error.code) },
    }));
    return done.ok;
  }
}

const failureOf = (code: string): WorkFailure => ({ code, sentence: failureSentence(code, errorTable) });

/** Of one's own, and still to be done. */
export const isMine = (item: WorkItem, meId: string): boolean => item.done === null && item.owner?.userId === meId;
