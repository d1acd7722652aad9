import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Status } from '../../../../shared/protocol/stream.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

/** What one says of oneself, and for how many milliseconds; null: until one says otherwise. */
export type StatusChoice = { readonly status: Status; readonly forMs: number | null };

export type StatusState = {
  readonly pending: StatusChoice | null;
  /** Why the last choice was not taken, as a sentence. */
  readonly failure: string | null;
};

export type StatusStore = {
  readonly store: StoreApi<StatusState>;
  /** Whether the server took it; how one stands is shown once the stream tells it. One choice at a time. */
  readonly choose: (choice: StatusChoice) => Promise<boolean>;
};

/** `now`: the server's clock, ms since the epoch. */
export function createStatusStore(server: Pick<ServerLink, 'call'>, now: () => number): StatusStore {
  const store = createStore<StatusState>(() => ({ pending: null, failure: null }));
  return {
    store,
    choose: async (choice) => {
      if (store.getState().pending !== null) return false;
      store.setState({ pending: choice, failure: null });
      const { status, forMs } = choice;
      // The server takes whole milliseconds.
      const until = forMs === null ? null : Math.round(now() + forMs);
      const done = await server.call('setStatus', { body: { status, until } });
      store.setState({ pending: null, failure: done.ok ? null : failureSentence(done.error.code, errorTable) });
      return done.ok;
    },
  };
}
