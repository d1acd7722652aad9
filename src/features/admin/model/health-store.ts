import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SystemHealth } from '../../../../shared/protocol/system-health.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

/** `failure`: the code of why the last question had no answer; what was known before stays. */
export type HealthState = { readonly health: SystemHealth | null; readonly failure: string | null };

export type HealthStore = {
  readonly store: StoreApi<HealthState>;
  /** Asks now and every few seconds. Answers the way to stop. */
  readonly start: () => () => void;
};

const everyMs = 5000;

/** How the system is, for as long as somebody looks; `isVisible`: whether the window is to be seen. */
export function createHealthStore(
  server: Pick<ServerLink, 'call'>,
  clock: Clock,
  isVisible: () => boolean,
): HealthStore {
  const store = createStore<HealthState>(() => ({ health: null, failure: null }));
  const ask = async (): Promise<void> => {
    const answer = await server.call('systemHealth', {});
    store.setState(answer.ok ? { health: answer.value, failure: null } : { failure: answer.error.code });
  };
  return {
    store,
    start: () => {
      let isOver = false;
      let cancel = (): void => undefined;
      const go = async (): Promise<void> => {
        if (isVisible() || store.getState().health === null) await ask();
        if (!isOver) cancel = clock.after(everyMs, () => void go());
      };
      void go();
      return () => {
        isOver = true;
        cancel();
      };
    },
  };
}
