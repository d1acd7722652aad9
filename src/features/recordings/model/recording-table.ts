import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Recording } from '../../../../shared/recording/recording.ts';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';

/** What has become of a recording: it was made or changed (`before`: as this page knew it), or it is gone. */
export type RecordingChange =
  | { readonly kind: 'changed'; readonly before: Recording | undefined; readonly now: Recording }
  | { readonly kind: 'gone'; readonly id: string };

/** The recordings this page knows, by id, each as it is now. */
export type RecordingTable = {
  readonly store: StoreApi<Readonly<Record<string, Recording>>>;
  readonly accept: (frame: ServerFrame) => void;
  readonly add: (recordings: readonly Recording[]) => void;
  /** Told of what the stream says, and of what was deleted from here. */
  readonly subscribeChanges: (listener: (change: RecordingChange) => void) => () => void;
  readonly remove: (id: string) => void;
};

/** What came from the stream and what was asked for, whichever is newer. */
export function createRecordingTable(): RecordingTable {
  const store = createStore<Readonly<Record<string, Recording>>>(() => ({}));
  const listeners = new Set<(change: RecordingChange) => void>();
  const tell = (change: RecordingChange): void => {
    for (const listener of listeners) listener(change);
  };
  const add = (recordings: readonly Recording[]): void => {
    const newer = recordings.filter(({ id, version }) => version > (store.getState()[id]?.version ?? 0));
    if (newer.length > 0) store.setState(Object.fromEntries(newer.map((recording) => [recording.id, recording])));
  };
  const remove = (id: string): void => {
    const { [id]: _, ...others } = store.getState();
    store.setState(others, true);
    tell({ kind: 'gone', id });
  };
  return {
    store,
    add,
    remove,
    accept: (frame) => {
      if (frame.type !== 'event') return;
      const { body } = frame.event;
      if (body.kind === 'recordingGone') remove(body.recordingId);
      if (body.kind !== 'recording') return;
      const before = store.getState()[body.recording.id];
      add([body.recording]);
      tell({ kind: 'changed', before, now: body.recording });
    },
    subscribeChanges: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Somebody should still listen to it. */
export const isNew = ({ kind, handled }: Recording): boolean => kind === 'voicemail' && handled === null;
