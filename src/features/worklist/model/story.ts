import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiAnswer, ServerLink } from '../../../ports/server-link.ts';

export type Story = ApiAnswer<'call'>;

export type StoryState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'ready'; readonly story: Story };

export type StoryStore = {
  readonly store: StoreApi<StoryState>;
  /** Asks, or asks anew as the call goes on: what is shown stays until the answer is there. */
  readonly look: (live: Call | undefined) => void;
};

export function createStory(server: Pick<ServerLink, 'call'>, callId: string): StoryStore {
  const store = createStore<StoryState>(() => ({ state: 'loading' }));
  const load = async (): Promise<void> => {
    const found = await server.call('call', { params: { id: callId } });
    if (!found.ok) {
      if (store.getState().state === 'ready') return;
      store.setState({ state: 'failed', sentence: failureSentence(found.error.code, errorTable) }, true);
      return;
    }
    store.setState({ state: 'ready', story: found.value }, true);
  };
  return { store, look: () => void load() };
}
