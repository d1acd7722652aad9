import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { RecordingTable } from './recording-table.ts';
import { everything, queryOf, type RecordingsFilter } from './recordings-filter.ts';

/** One page of the recordings, as they were asked for. */
export type RecordingsList = {
  readonly filter: RecordingsFilter;
  /** In order, the latest first; null until the server has said. */
  readonly ids: readonly string[] | null;
  /** How many come before those on the page. */
  readonly offset: number;
  readonly total: number;
  readonly isAsking: boolean;
  readonly failure: string | null;
};

export type RecordingsListStore = {
  readonly store: StoreApi<RecordingsList>;
  /** Asks at once, and again whenever a recording changes. Answers the way to stop. */
  readonly follow: () => () => void;
  readonly choose: (change: Partial<RecordingsFilter>) => void;
  readonly turn: (to: 'older' | 'newer') => void;
  readonly again: () => void;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly table: RecordingTable; readonly clock: Clock };

export const pageOf = 25;
/** While somebody types. */
const typingMs = 250;
/** Several changes of one moment are one question. */
const changeMs = 100;

export const createRecordingsList = (parts: Parts): RecordingsListStore => new List(parts);

class List implements RecordingsListStore {
  readonly store = createStore<RecordingsList>(() => ({
    filter: everything,
    ids: null,
    offset: 0,
    total: 0,
    isAsking: false,
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
    const stop = this.#parts.table.subscribeChanges(() => this.#soon(changeMs));
    return () => {
      stop();
      this.#cancel();
    };
  };

  readonly choose = (change: Partial<RecordingsFilter>): void => {
    this.store.setState(({ filter }) => ({ filter: { ...filter, ...change }, offset: 0 }));
    if (change.search === undefined) void this.#ask();
    else this.#soon(typingMs);
  };

  readonly turn = (to: 'older' | 'newer'): void => {
    this.store.setState(({ offset, total }) => {
      const wanted = to === 'older' ? offset + pageOf : offset - pageOf;
      return { offset: to === 'older' && wanted >= total ? offset : Math.max(0, wanted) };
    });
    void this.#ask();
  };

  readonly again = (): void => void this.#ask();

  #soon(ms: number): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(ms, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    this.#cancel();
    const { server, table, clock } = this.#parts;
    this.#asked += 1;
    const question = this.#asked;
    const { filter, offset } = this.store.getState();
    this.store.setState({ isAsking: true });
    const found = await server.call('recordings', {
      query: { ...queryOf(filter, clock.now()), limit: pageOf, offset },
    });
    if (question !== this.#asked) return;
    if (!found.ok) {
      this.store.setState({ isAsking: false, failure: failureSentence(found.error.code, errorTable) });
      return;
    }
    const { recordings, total } = found.value;
    table.add(recordings);
    this.store.setState({ ids: recordings.map(({ id }) => id), total, isAsking: false, failure: null });
    // Those of the last page were deleted: the one before is the last now.
    if (recordings.length === 0 && offset > 0) this.turn('newer');
  }
}
