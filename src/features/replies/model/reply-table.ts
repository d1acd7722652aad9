import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Reply } from '../../../../shared/reply/reply.ts';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import { createEmitter } from '../../../lib/emitter.ts';

/** The replies this page knows, by id, each as it is now. */
export type ReplyTable = {
  readonly store: StoreApi<Readonly<Record<string, Reply>>>;
  readonly accept: (frame: ServerFrame) => void;
  readonly add: (replies: readonly Reply[]) => void;
  /** Takes out what is not so any more; what has been heard of since stays. */
  readonly forget: (outdated: readonly Reply[]) => void;
  /** Told what a reply was (undefined: new to this page) and what the stream says it is now. */
  readonly subscribeChanges: (listener: (before: Reply | undefined, now: Reply) => void) => () => void;
  /** Told that the stream begins anew: what was told before is not in it, and must be asked for. */
  readonly subscribeSnapshots: (listener: () => void) => () => void;
};

/** What came from the stream and what was asked for, whichever is newer. */
export function createReplyTable(): ReplyTable {
  const store = createStore<Readonly<Record<string, Reply>>>(() => ({}));
  const listeners = new Set<(before: Reply | undefined, now: Reply) => void>();
  const snapshots = createEmitter<void>();
  const add = (replies: readonly Reply[]): void => {
    const newer = replies.filter(({ id, version }) => version > (store.getState()[id]?.version ?? 0));
    if (newer.length > 0) store.setState(Object.fromEntries(newer.map((reply) => [reply.id, reply])));
  };
  return {
    store,
    add,
    forget: (outdated) => {
      const gone = new Set(outdated);
      const kept = Object.values(store.getState()).filter((reply) => !gone.has(reply));
      store.setState(Object.fromEntries(kept.map((reply) => [reply.id, reply])), true);
    },
    accept: (frame) => {
      if (frame.type === 'snapshot') snapshots.emit();
      if (frame.type !== 'event' || frame.event.body.kind !== 'reply') return;
      const { reply } = frame.event.body;
      const before = store.getState()[reply.id];
      add([reply]);
      for (const listener of listeners) listener(before, reply);
    },
    subscribeChanges: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    subscribeSnapshots: snapshots.subscribe,
  };
}

/** A caller who left without an answer is told of in the list, and nowhere else. */
export const isNotable = ({ answer, handled }: Reply): boolean =>
  answer !== null && answer !== 'none' && handled === null;

/** The caller is just being spoken to, by another voice than was chosen: whoever chose it should know. */
export const isSpokenOtherwise = ({ fellBack, answer }: Reply): boolean => fellBack && answer === null;

/** Urgent ones first, then the latest. */
export const byUrgency = (a: Reply, b: Reply): number =>
  Number(b.answer === 'urgent') - Number(a.answer === 'urgent') || (b.answeredAt ?? 0) - (a.answeredAt ?? 0);
