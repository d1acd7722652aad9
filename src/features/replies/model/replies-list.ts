import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Reply, ReplyAnswer } from '../../../../shared/reply/reply.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ApiFailure, ServerLink } from '../../../ports/server-link.ts';
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
  /** Asks at once, and again whenever a reply changes or the stream begins anew. Answers the way to stop. */
  readonly follow: () => () => void;
  readonly choose: (change: Partial<RepliesFilter>) => void;
  readonly older: () => Promise<void>;
  readonly again: () => void;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly table: ReplyTable; readonly clock: Clock };

const pageOf = 50;
/** More than these the server does not say in one answer. */
const mostAtOnce = 200;
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
  /** How many are shown where there are so many. */
  #most = pageOf;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly follow = (): (() => void) => {
    void this.#ask();
    const stops = [
      this.#parts.table.subscribeChanges(() => this.#soon()),
      this.#parts.table.subscribeSnapshots(this.again),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#cancel();
    };
  };

  readonly choose = (change: Partial<RepliesFilter>): void => {
    this.#most = pageOf;
    this.store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
    if (change.search === undefined) void this.#ask();
    else this.#soon();
  };

  readonly older = async (): Promise<void> => {
    this.#most += pageOf;
    await this.#ask();
  };

  readonly again = (): void => void this.#ask();

  #soon(): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(pauseMs, () => void this.#ask());
  }

  /** As many as are shown, however often something changes, so that nothing falls together under the hand. */
  async #ask(): Promise<void> {
    this.#cancel();
    this.#asked += 1;
    const question = this.#asked;
    const found = await this.#latest(this.store.getState().filter, this.#most);
    if (question !== this.#asked) return;
    if (!found.ok) {
      this.store.setState({ failure: failureSentence(found.error.code, errorTable) });
      return;
    }
    const { replies, hasMore } = found.value;
    this.#parts.table.add(replies);
    this.store.setState({ ids: replies.map(({ id }) => id), hasMore, failure: null });
  }

  /** `most` of them where there are so many. */
  async #latest(
    filter: RepliesFilter,
    most: number,
  ): Promise<Result<{ readonly replies: readonly Reply[]; readonly hasMore: boolean }, ApiFailure>> {
    const replies: Reply[] = [];
    for (;;) {
      const limit = Math.min(most - replies.length, mostAtOnce);
      const query = queryOf(filter, limit, replies.at(-1)?.sentAt);
      const next = await this.#parts.server.call('replies', { query });
      if (!next.ok) return next;
      replies.push(...next.value.replies);
      const hasMore = next.value.replies.length === limit;
      if (!hasMore || replies.length === most) return ok({ replies, hasMore });
    }
  }
}

function queryOf({ state, answer, search }: RepliesFilter, limit: number, before: number | undefined) {
  const text = search.trim();
  return {
    limit,
    ...(state !== 'all' && { state }),
    ...(answer !== 'any' && { answer }),
    ...(text !== '' && { search: text }),
    ...(before !== undefined && { before }),
  };
}

/** Whether a reply still belongs to what is shown: what changes leaves the list at once, before the server is asked. */
export const belongs = ({ handled }: Reply, state: RepliesFilter['state']): boolean =>
  state === 'all' || (handled === null) === (state === 'open');
