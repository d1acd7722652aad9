import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../../../shared/call/call.ts';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Recording } from '../../../../shared/recording/recording.ts';
import type { Reply } from '../../../../shared/reply/reply.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiAnswer, ServerLink } from '../../../ports/server-link.ts';

export type Story = Omit<ApiAnswer<'call'>, 'replies' | 'recordings'> & {
  /** What was said to the caller, by the id of the reply. */
  readonly replies: Readonly<Record<string, Reply>>;
  readonly recordings: readonly Recording[];
};

export type StoryState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'ready'; readonly story: Story };

export type StoryStore = {
  readonly store: StoreApi<StoryState>;
  /** Asks, or asks anew as the call goes on: what is shown stays until the answer is there. */
  readonly look: (live: Call | undefined) => void;
};

/** What is recorded of a call begins with it, and is kept within so long of its end. */
const marginMs = 120_000;

export function createStory(server: Pick<ServerLink, 'call'>, callId: string): StoryStore {
  const store = createStore<StoryState>(() => ({ state: 'loading' }));
  const load = async (): Promise<void> => {
    const found = await server.call('call', { params: { id: callId } });
    if (!found.ok) {
      if (store.getState().state === 'ready') return;
      store.setState({ state: 'failed', sentence: failureSentence(found.error.code, errorTable) }, true);
      return;
    }
    const [replies, recordings] = await Promise.all([
      repliesOf(server, found.value),
      recordingsOf(server, found.value),
    ]);
    store.setState({ state: 'ready', story: { ...found.value, replies, recordings } }, true);
  };
  return { store, look: () => void load() };
}

type Asking = Pick<ServerLink, 'call'>;

/** What cannot be had of it is left out: the story is told without. */
async function repliesOf(server: Asking, { events }: ApiAnswer<'call'>): Promise<Story['replies']> {
  const ids = events.flatMap((event) => (event.type === 'replyStarted' ? [event.replyId] : []));
  const found = await Promise.all(ids.map((id) => server.call('findReply', { params: { id } })));
  return Object.fromEntries(found.flatMap((one) => (one.ok ? [[one.value.id, one.value]] : [])));
}

async function recordingsOf(server: Asking, { call, events }: ApiAnswer<'call'>): Promise<Story['recordings']> {
  const end = events.at(-1)?.at ?? call.arrivedAt;
  const query = { from: call.arrivedAt - 1000, to: end + marginMs, limit: 200 };
  const found = await server.call('recordings', { query });
  return found.ok ? found.value.recordings.filter(({ callId }) => callId === call.id) : [];
}
