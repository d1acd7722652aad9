import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

/** The earlier calls of each caller, latest first; null while they are being asked for. */
export type EarlierCalls = {
  readonly store: StoreApi<Readonly<Record<string, readonly Call[] | null>>>;
  /** Asks once for each call; an answer that does not come leaves nothing on the card, and is asked for by the next. */
  readonly ask: (callId: string) => void;
  readonly forget: (callId: string) => void;
};

export function createEarlierCalls(server: Pick<ServerLink, 'call'>): EarlierCalls {
  const store = createStore<Readonly<Record<string, readonly Call[] | null>>>(() => ({}));
  const forget = (callId: string): void => {
    const { [callId]: _, ...others } = store.getState();
    store.setState(others, true);
  };
  const fetch = async (callId: string): Promise<void> => {
    store.setState({ [callId]: null });
    const answer = await server.call('earlierCalls', { params: { id: callId } });
    if (store.getState()[callId] === undefined) return;
    if (answer.ok) store.setState({ [callId]: answer.value.calls });
    else forget(callId);
  };
  return { store, forget, ask: (callId) => void (store.getState()[callId] === undefined && fetch(callId)) };
}
