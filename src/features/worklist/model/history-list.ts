import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { historyQuery, noFilter, type HistoryFilter } from './history-filter.ts';

/** All calls, as far as they have been asked for. */
export type History = {
  readonly filter: HistoryFilter;
  /** The latest first; null until the server has said. */
  readonly calls: readonly Call[] | null;
  readonly hasMore: boolean;
  readonly failure: string | null;
};

export type HistoryStore = {
  readonly store: StoreApi<History>;
  /** Asks at once. Answers the way to stop. */
  readonly follow: () => () => void;
  readonly choose: (change: Partial<HistoryFilter>) => void;
  readonly clear: () => void;
  readonly older: () => Promise<void>;
  readonly again: () => void;
  /** A call has ended: the list is not as it was. */
  readonly changed: () => void;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly clock: Clock };

const pageOf = 50;
/** While somebody types. */
const pauseMs = 250;

export const createHistory = (parts: Parts): HistoryStore => new List(parts);

class List implements HistoryStore {
  readonly store = createStore<History>(() => ({ filter: noFilter, calls: null, hasMore: false, failure: null }));
  readonly #parts: Parts;
  #cancel = (): void => undefined;
  /** Only the answer to the latest question counts. */
  #asked = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly follow = (): (() => void) => {
    void this.#ask();
    return () => this.#cancel();
  };

  readonly choose = (change: Partial<HistoryFilter>): void => {
    this.store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
    if (change.search === undefined) void this.#ask();
    else this.changed();
  };

  readonly clear = (): void => this.choose(noFilter);
  readonly older = async (): Promise<void> => this.#ask(this.store.getState().calls?.at(-1)?.arrivedAt);
  readonly again = (): void => void this.#ask();

  readonly changed = (): void => {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(pauseMs, () => void this.#ask());
  };

  async #ask(before?: number): Promise<void> {
    this.#cancel();
    this.#asked += 1;
    const question = this.#asked;
    const { filter } = this.store.getState();
    const query = { ...historyQuery(filter), limit: pageOf, ...(before !== undefined && { before }) };
    const found = await this.#parts.server.call('calls', { query });
    if (question !== this.#asked) return;
    if (!found.ok) {
      this.store.setState({ failure: failureSentence(found.error.code, errorTable) });
      return;
    }
    const { calls } = found.value;
    const known = before === undefined ? [] : (this.store.getState().calls ?? []);
    this.store.setState({ calls: [...known, ...calls], hasMore: calls.length === pageOf, failure: null });
  }
}
