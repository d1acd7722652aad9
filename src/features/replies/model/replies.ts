import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { createReplyTable, type ReplyTable } from './reply-table.ts';

export type Handling = {
  /** The replies that are just being put away. */
  readonly pending: readonly string[];
  /** Why a reply could not be put away, as a sentence, by its id. */
  readonly failures: Readonly<Record<string, string>>;
  /** Those put away because their caller was called back: said for a moment. */
  readonly calledBack: readonly string[];
};

/** The replies of this desk's person and queues. */
export type Replies = {
  readonly table: ReplyTable;
  readonly handling: StoreApi<Handling>;
  readonly accept: (frame: ServerFrame) => void;
  /** Says that a reply is seen to: it goes from everybody's screen. */
  readonly handle: (replyId: string) => Promise<void>;
  /** Whoever answered it was called back and is there: it is seen to. Whether this put it away. */
  readonly calledBack: (replyId: string) => Promise<boolean>;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly clock: Clock };

/** More open ones than anybody has in front of them; the page of replies has them all. */
const mostOpen = 200;
const calledBackMs = 8000;

export function createReplies({ server, clock }: Parts): Replies {
  const table = createReplyTable();
  const handling = createStore<Handling>(() => ({ pending: [], failures: {}, calledBack: [] }));
  const load = async (): Promise<void> => {
    const open = await server.call('replies', { query: { state: 'open', limit: mostOpen } });
    // Without an answer the stream has gone as well, and its next snapshot asks again.
    if (open.ok) table.add(open.value.replies);
  };
  const handle = handlingOf(table, handling, server);
  return {
    table,
    handling,
    accept: (frame) => {
      table.accept(frame);
      // What was told before is not in a snapshot.
      if (frame.type === 'snapshot') void load();
    },
    handle,
    calledBack: async (replyId) => {
      if ((table.store.getState()[replyId]?.handled ?? null) !== null) return false;
      await handle(replyId);
      if ((table.store.getState()[replyId]?.handled ?? null) === null) return false;
      handling.setState(({ calledBack }) => ({ calledBack: [...calledBack, replyId] }));
      clock.after(calledBackMs, () =>
        handling.setState(({ calledBack }) => ({ calledBack: calledBack.filter((id) => id !== replyId) })),
      );
      return true;
    },
  };
}

const handlingOf =
  (table: ReplyTable, handling: StoreApi<Handling>, server: Parts['server']) =>
  async (replyId: string): Promise<void> => {
    const { pending, failures } = handling.getState();
    if (pending.includes(replyId)) return;
    const { [replyId]: _, ...others } = failures;
    handling.setState({ pending: [...pending, replyId], failures: others });
    const handled = await server.call('handleReply', { params: { id: replyId } });
    handling.setState((now) => ({
      pending: now.pending.filter((id) => id !== replyId),
      failures: handled.ok
        ? now.failures
        : { ...now.failures, [replyId]: failureSentence(handled.error.code, errorTable) },
    }));
    if (handled.ok) table.add([handled.value]);
  };
