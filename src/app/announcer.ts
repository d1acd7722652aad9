import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clock } from '../ports/clock.ts';

export type Spoken = { readonly assertive: string; readonly polite: string };

export type Announcer = {
  readonly store: StoreApi<Spoken>;
  readonly say: (announcement: { readonly urgency: keyof Spoken; readonly text: string }) => void;
  readonly stop: () => void;
};

/** What is said within so long of each other is said in one go, so that no sentence cuts off another. */
const mergeMs = 500;
/** Then the region is emptied, so that the same sentence can be said again. */
const keepMs = 4000;

/** Collects what is to be said to somebody who does not look. */
export function createAnnouncer(clock: Clock): Announcer {
  const store = createStore<Spoken>(() => ({ assertive: '', polite: '' }));
  const waiting: Record<keyof Spoken, string[]> = { assertive: [], polite: [] };
  let cancel: (() => void) | null = null;
  const clear = (): void => {
    cancel = null;
    store.setState({ assertive: '', polite: '' });
  };
  const speak = (): void => {
    store.setState({ assertive: waiting.assertive.splice(0).join(' '), polite: waiting.polite.splice(0).join(' ') });
    cancel = clock.after(keepMs, clear);
  };
  return {
    store,
    say: ({ urgency, text }) => {
      const isFirst = waiting.assertive.length + waiting.polite.length === 0;
      waiting[urgency].push(text);
      if (!isFirst) return;
      cancel?.();
      cancel = clock.after(mergeMs, speak);
    },
    stop: () => cancel?.(),
  };
}
