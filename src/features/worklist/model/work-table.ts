import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';

/** The callers to be called back that this page knows, by id, each as it is now. */
export type WorkTable = {
  readonly store: StoreApi<Readonly<Record<string, WorkItem>>>;
  readonly accept: (frame: ServerFrame) => void;
  readonly add: (items: readonly WorkItem[]) => void;
  /** All that are open, as the server has just said: what is not among them, and was not heard of since, is not ours any more. */
  readonly replaceOpen: (items: readonly WorkItem[], heardSince: ReadonlySet<string>) => void;
  /** Told what the stream says an entry is now. */
  readonly subscribeChanges: (listener: (before: WorkItem | undefined, now: WorkItem) => void) => () => void;
};

/** What came from the stream and what was asked for, whichever is newer. */
export function createWorkTable(): WorkTable {
  const store = createStore<Readonly<Record<string, WorkItem>>>(() => ({}));
  const listeners = new Set<(before: WorkItem | undefined, now: WorkItem) => void>();
  const add = (items: readonly WorkItem[]): void => {
    const newer = items.filter(({ id, version }) => version > (store.getState()[id]?.version ?? 0));
    if (newer.length > 0) store.setState(Object.fromEntries(newer.map((item) => [item.id, item])));
  };
  return {
    store,
    add,
    replaceOpen: (items, heardSince) => {
      const open = new Set(items.map(({ id }) => id));
      const kept = Object.values(store.getState()).filter(
        ({ id, done }) => done !== null || open.has(id) || heardSince.has(id),
      );
      store.setState(Object.fromEntries(kept.map((item) => [item.id, item])), true);
      add(items);
    },
    accept: (frame) => {
      if (frame.type !== 'event' || frame.event.body.kind !== 'workItem') return;
      const { item } = frame.event.body;
      const before = store.getState()[item.id];
      add([item]);
      for (const listener of listeners) listener(before, item);
    },
    subscribeChanges: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Somebody should still call back. */
export const isOpen = ({ done }: Pick<WorkItem, 'done'>): boolean => done === null;
