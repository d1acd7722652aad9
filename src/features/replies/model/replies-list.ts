import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { ReplyAnswer } from '../../../../shared/reply/reply.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { ReplyTable } from './reply-table.ts';

export type RepliesFilter = {
  readonly state: 'open' | 'handled' | 'all';
  readonly answer: ReplyAnswer | 'any';
  readonly search: string;
};

/** The replies of the page, as far as they have been asked for. */
export type RepliesList = {
  readonly filter: RepliesFilter;
  /** In order, the latest first; null until the server has said. */
  readonly ids: readonly string[] | null;
  readonly hasMore: boolean;
  readonly failure: string | null;
};

export type RepliesListStore = {
  readonly store: StoreApi<RepliesList>;
  /** Asks at once, and again whenever a reply changes. Answers the way to stop. */
  readonly follow: () => () => void;
  readonly choose: (change: Partial<RepliesFilter>) => void;
  readonly older: () => Promise<void>;
  readonly again: () => void;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly table: ReplyTable; readonly clock: Clock };

const pageOf = 50;
/** While somebody types. */
const pauseMs = 250;

export const createRepliesList = (parts: Parts): RepliesListStore => new List(parts);

class List implements RepliesListStore {
  readonly store = createStore<RepliesList>(() => ({
    filter: { state: 'open', answer: 'any', search: '' },
    ids: null,
    hasMore: false,
    failure: null,
  }));
  readonly #parts: Parts;
  #cancel = (): void => undefined;
  /** Only the answer to the latest question counts. */
  #asked = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly follow = (): (() => void) => {
    void this.#ask();
    const stop = this.#parts.table.subscribeChanges(() => this.#soon());
    return () => {
      stop();
      this.#cancel();
    };
  };

  readonly choose = (change: Partial<RepliesFilter>): void => {
    this.store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
    if (change.search === undefined) void this.#ask();
    else this.#soon();
  };

  readonly older = async (): Promise<void> => {
    const last = this.store.getState().ids?.at(-1);
    await this.#ask(last === undefined ? undefined : this.#parts.table.store.getState()[last]?.sentAt);
  };

  readonly again = (): void => void this.#ask();

  #soon(): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(pauseMs, () => void this.#ask());
  }

  async #ask(before?: number): Promise<void> {
    const { server, table } = this.#parts;
    this.#asked += 1;
    const question = this.#asked;
    const found = await server.call('replies', { query: queryOf(this.store.getState().filter, before) });
    if (question !== this.#asked) return;
    if (!found.ok) {
      this.store.setState({ failure: failureSentence(found.error.code, errorTable) });
      return;
    }
    const { replies } = found.value;
    table.add(replies);
    const known = before === undefined ? [] : (this.store.getState().ids ?? []);
    const ids = [...known, ...replies.map(({ id }) => id)];
    this.store.setState({ ids, hasMore: replies.length === pageOf, failure: null });
  }
}

function queryOf({ state, answer, search }: RepliesFilter, before: number | undefined) {
  const text = search.trim();
  return {
    limit: pageOf,
    ...(state !== 'all' && { state }),
    ...(answer !== 'any' && { answer }),
    ...(text !== '' && { search: text }),
    ...(before !== undefined && { before }),
  };
}
