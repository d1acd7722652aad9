import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Gap, ServerLink } from '../../../ports/server-link.ts';
import { missedIn } from './missed-in.ts';

/** The calls that were missed while this page was frozen, asleep or without a network; latest first. */
export type MissedStore = {
  readonly store: StoreApi<{ readonly calls: readonly Call[] }>;
  /** The page is back, after a gap of this computer's clock: asks what was missed in it. */
  readonly look: (gap: Gap) => void;
  readonly dismiss: () => void;
  readonly close: () => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  /** The server's clock, ms since the epoch. */
  readonly now: () => number;
  /** Whose callers are to be told of, as it is now. */
  readonly queueIds: () => readonly string[];
};

/** More than anybody calls back at once; the history has them all. */
const mostCalls = 100;
const againMs = 3000;

export function createMissedStore({ server, clock, now, queueIds }: Parts): MissedStore {
  const store = createStore<{ readonly calls: readonly Call[] }>(() => ({ calls: [] }));
  /** What has not been asked for yet, on the server's clock: an answer may not come, because the network goes again. */
  let gaps: readonly Gap[] = [];
  let cancel = (): void => undefined;

  const ask = async (): Promise<void> => {
    const asked = gaps;
    const answer = await server.call('calls', { query: { limit: mostCalls } });
    if (!answer.ok) {
      if (answer.error.code === 'unreachable') cancel = clock.after(againMs, () => void ask());
      return;
    }
    gaps = gaps.filter((gap) => !asked.includes(gap));
    const found = missedIn(answer.value.calls, asked, { queueIds: queueIds() });
    const known = new Set(found.map(({ id }) => id));
    if (found.length === 0) return;
    store.setState(({ calls }) => ({ calls: [...found, ...calls.filter(({ id }) => !known.has(id))] }));
  };

  return {
    store,
    look: ({ from, to }) => {
      const offset = now() - clock.now();
      gaps = [...gaps, { from: from + offset, to: to + offset }];
      cancel();
      void ask();
    },
    dismiss: () => store.setState({ calls: [] }),
    close: () => cancel(),
  };
}
