import type { TabLock } from '../../ports/tab-lock.ts';

type Hold = (lock: Lock | null) => Promise<void> | undefined;

/** As much of a LockManager as is used. */
type Locks = { readonly request: (name: string, options: LockOptions, hold: Hold) => Promise<unknown> };

/** The Web Locks of this origin (W3C Web Locks API): the browser gives a lock on when its window goes, however it goes. */
export function createWebTabLock(locks: Locks | undefined): TabLock {
  return {
    claim: (name, told) => {
      if (locks === undefined) {
        // Without them each window believes it is the only one, and the server keeps the newest.
        told('here');
        return () => undefined;
      }
      const letGo = new AbortController();
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (letGo.signal.aborted) return undefined;
        told(lock === null ? 'elsewhere' : 'here');
        return lock === null ? undefined : untilAborted(letGo.signal);
      };
      void queue(locks, name, hold, letGo.signal);
      return () => letGo.abort();
    },
  };
}

/** First a question without waiting, to be able to say at once that another window has it; then in the queue. */
async function queue(locks: Locks, name: string, hold: Hold, letGo: AbortSignal): Promise<void> {
  await locks.request(name, { ifAvailable: true }, hold);
  if (letGo.aborted) return;
  await locks.request(name, { signal: letGo }, hold).catch((error: unknown) => {
    // Letting go while still in the queue is how waiting ends.
    if (!letGo.aborted) throw error;
  });
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
