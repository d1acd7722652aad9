import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerLink } from '../../../ports/server-link.ts';

/** How long voicemails are, in milliseconds, by the id of their recording; asked for once each. */
export type VoicemailLengths = {
  readonly store: StoreApi<Readonly<Record<string, number>>>;
  readonly look: (recordingIds: readonly string[]) => void;
};

/** So many at a time: the list is there without them. */
const mostAtOnce = 20;

export function createVoicemailLengths(server: Pick<ServerLink, 'call'>): VoicemailLengths {
  const store = createStore<Readonly<Record<string, number>>>(() => ({}));
  const asked = new Set<string>();
  const ask = async (id: string): Promise<void> => {
    const found = await server.call('recording', { params: { id }, query: {} });
    // One that cannot be had now is a voicemail without its length.
    if (found.ok) store.setState({ [id]: found.value.recording.lengthMs });
  };
  return {
    store,
    look: (recordingIds) => {
      const unknown = recordingIds.filter((id) => !asked.has(id)).slice(0, mostAtOnce);
      for (const id of unknown) {
        asked.add(id);
        void ask(id);
      }
    },
  };
}
