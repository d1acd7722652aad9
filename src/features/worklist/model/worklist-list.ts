import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { isMine, type Worklist } from './worklist.ts';

export type WorkView = 'open' | 'mine' | 'doneToday';
export type WorkFilter = { readonly view: WorkView; readonly search: string; readonly queueId: string };
export type WorkCounts = { readonly [View in WorkView]: number };

/** The entries of the page, as far as they have been asked for. */
export type WorkList = {
  readonly filter: WorkFilter;
  /** In order, the latest first; null until the server has said. */
  readonly ids: readonly string[] | null;
  readonly counts: WorkCounts | null;
  readonly failure: string | null;
};

export type WorkListStore = {
  readonly store: StoreApi<WorkList>;
  /** Asks at once, and again whenever an entry changes. Answers the way to stop. */
  readonly follow: () => () => void;
  readonly choose: (change: Partial<WorkFilter>) => void;
  readonly again: () => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly work: Pick<Worklist, 'table'>;
  readonly clock: Clock;
};

/** While somebody types, or several things change at once. */
const pauseMs = 250;

export const createWorkList = (parts: Parts, view: WorkView): WorkListStore => new List(parts, view);

class List implements WorkListStore {
  readonly store: StoreApi<WorkList>;
  readonly #parts: Parts;
  #cancel = (): void => undefined;
  /** Only the answer to the latest question counts. */
  #asked = 0;

  constructor(parts: Parts, view: WorkView) {
    this.#parts = parts;
    this.store = createStore<WorkList>(() => ({
      filter: { view, search: '', queueId: '' },
      ids: null,
      counts: null,
      failure: null,
    }));
  }

  readonly follow = (): (() => void) => {
    void this.#ask();
    const stop = this.#parts.work.table.subscribeChanges(() => this.#soon());
    return () => {
      stop();
      this.#cancel();
    };
  };

  readonly choose = (change: Partial<WorkFilter>): void => {
    const isOther = change.view !== undefined && change.view !== this.store.getState().filter.view;
    this.store.setState(({ filter, ids }) => ({ filter: { ...filter, ...change }, ids: isOther ? null : ids }));
    if (change.search === undefined) void this.#ask();
    else this.#soon();
  };

  readonly again = (): void => void this.#ask();

  #soon(): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(pauseMs, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const { server, work } = this.#parts;
    this.#cancel();
    this.#asked += 1;
    const question = this.#asked;
    const { view, search, queueId } = this.store.getState().filter;
    const words = search.trim();
    const found = await server.call('worklist', {
      query: { view, limit: 500, ...(words !== '' && { search: words }), ...(queueId !== '' && { queueId }) },
    });
    if (question !== this.#asked) return;
    if (!found.ok) {
      this.store.setState({ failure: failureSentence(found.error.code, errorTable) });
      return;
    }
    const { items, counts } = found.value;
    work.table.add(items);
    this.store.setState({ ids: items.map(({ id }) => id), counts, failure: null });
  }
}

/** Whether an entry still belongs to what is shown: what changes leaves its list at once, before the server is asked. */
export function belongs(item: WorkItem, view: WorkView, meId: string): boolean {
  if (view === 'mine') return isMine(item, meId);
  return view === 'open' ? item.done === null : item.done !== null;
}
