import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import type { Reply } from '../../../../shared/reply/reply.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ApiRequest, ServerLink } from '../../../ports/server-link.ts';
import { createReplyTable, type ReplyTable } from './reply-table.ts';

export type Handling = {
  /** The replies that are just being put away, or taken up again. */
  readonly pending: readonly string[];
  /** Why that could not be done, as a sentence, by the reply's id. */
  readonly failures: Readonly<Record<string, string>>;
  /** Those put away because their caller was called back: said for a moment. */
  readonly calledBack: readonly string[];
  /** What was done last by hand, so that it can be taken back. */
  readonly last: ReplyHandled | null;
};

/** `isNews`: a moment ago. */
export type ReplyHandled = { readonly replyId: string; readonly done: boolean; readonly isNews: boolean };

/** How many replies somebody should look at whose callers have answered or left, and how many of these have an answer. */
export type RepliesToDo = { readonly open: number; readonly answered: number };

/** The replies of this desk's person and queues. */
export type Replies = {
  readonly table: ReplyTable;
  readonly handling: StoreApi<Handling>;
  /** As the server counts them, however many. */
  readonly toDo: StoreApi<RepliesToDo>;
  readonly accept: (frame: ServerFrame) => void;
  /** Says that a reply is seen to, so that it goes from everybody's screen, or is not after all. Whether that was done. */
  readonly handle: (replyId: string, done: boolean) => Promise<boolean>;
  /** Whoever answered it was called back and is there: it is seen to. Whether this put it away. */
  readonly calledBack: (replyId: string) => Promise<boolean>;
  /** What was done last is not to be shown any more. */
  readonly forgive: () => void;
  readonly stop: () => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly clock: Clock;
  /** Whose answers stand on every page: those to the replies they sent. */
  readonly meId: string;
};

/** More answers than anybody has in front of them; the page of replies has them all. */
const mostOpen = 200;
/** How long what was done is said. */
const newsMs = 8000;
/** Several changes of one moment are one question. */
const pauseMs = 100;

export const createReplies = (parts: Parts): Replies => new Kept(parts);

class Kept implements Replies {
  readonly table = createReplyTable();
  readonly handling = createStore<Handling>(() => ({ pending: [], failures: {}, calledBack: [], last: null }));
  readonly toDo = createStore<RepliesToDo>(() => ({ open: 0, answered: 0 }));
  readonly #parts: Parts;
  #cancel = (): void => undefined;
  /** Only the latest count is right. */
  #counted = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.table.subscribeSnapshots(() => void this.#load());
    this.table.subscribeChanges(() => {
      this.#cancel();
      this.#cancel = parts.clock.after(pauseMs, () => void this.#ask({ limit: 1 }));
    });
  }

  readonly accept = (frame: ServerFrame): void => this.table.accept(frame);

  readonly handle = async (replyId: string, done: boolean): Promise<boolean> => {
    const last = { replyId, done, isNews: true };
    if (!(await this.#change(replyId, done, last))) return false;
    this.#parts.clock.after(newsMs, () =>
      this.handling.setState((now) => (now.last === last ? { last: { ...last, isNews: false } } : now)),
    );
    return true;
  };

  readonly calledBack = async (replyId: string): Promise<boolean> => {
    if ((this.table.store.getState()[replyId]?.handled ?? null) !== null) return false;
    if (!(await this.#change(replyId, true))) return false;
    this.handling.setState(({ calledBack }) => ({ calledBack: [...calledBack, replyId] }));
    this.#parts.clock.after(newsMs, () =>
      this.handling.setState(({ calledBack }) => ({ calledBack: calledBack.filter((id) => id !== replyId) })),
    );
    return true;
  };

  readonly forgive = (): void => this.handling.setState({ last: null });

  readonly stop = (): void => this.#cancel();

  /** One's own open answers, as they are now: one that is not among them has been dealt with while nobody told. */
  async #load(): Promise<void> {
    const before = Object.values(this.table.store.getState());
    const found = await this.#ask({ state: 'open', by: 'me', without: 'none', limit: mostOpen });
    // Without an answer the stream has gone as well, and its next snapshot asks again.
    if (found === null) return;
    const ids = new Set(found.map(({ id }) => id));
    const since = found.length < mostOpen ? 0 : (found.at(-1)?.sentAt ?? 0);
    const isMeant = ({ by, handled, answer, sentAt }: Reply): boolean =>
      by.userId === this.#parts.meId && handled === null && answer !== 'none' && sentAt > since;
    this.table.forget(before.filter((reply) => isMeant(reply) && !ids.has(reply.id)));
    this.table.add(found);
  }

  /** Every answer says how many there are to do. */
  async #ask(query: RepliesQuery): Promise<readonly Reply[] | null> {
    this.#counted += 1;
    const question = this.#counted;
    const found = await this.#parts.server.call('replies', { query });
    if (!found.ok) return null;
    const { replies, open, answered } = found.value;
    if (question === this.#counted) this.toDo.setState({ open, answered });
    return replies;
  }

  async #change(replyId: string, done: boolean, last?: ReplyHandled): Promise<boolean> {
    const { pending, failures } = this.handling.getState();
    if (pending.includes(replyId)) return false;
    const { [replyId]: _, ...others } = failures;
    this.handling.setState({ pending: [...pending, replyId], failures: others });
    const handled = await this.#parts.server.call('handleReply', { params: { id: replyId }, body: { done } });
    if (handled.ok) this.table.add([handled.value]);
    this.handling.setState((now) => ({
      pending: now.pending.filter((id) => id !== replyId),
      failures: handled.ok
        ? now.failures
        : { ...now.failures, [replyId]: failureSentence(handled.error.code, errorTable) },
      ...(handled.ok && last !== undefined && { last }),
    }));
    return handled.ok;
  }
}

type RepliesQuery = ApiRequest<'replies'>['query'];
