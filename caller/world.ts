import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';

/** Cancels what was scheduled; harmless when it has already run. */
export type CancelTimer = () => void;
export type Schedule = (delayMs: number, run: () => void) => CancelTimer;

/** What the caller needs from outside itself: time and randomness, so that a test can bring its own. */
export type World = {
  /** Milliseconds, monotonic, with fractions; the scale of every `at` the caller reports. */
  readonly now: () => number;
  /** A random word for tags, branches and Call-IDs: at least 64 bits, only `[0-9a-f]`. */
  readonly token: () => string;
  readonly schedule: Schedule;
};

export const systemWorld: World = {
  now: () => performance.now(),
  token: () => randomBytes(8).toString('hex'),
  schedule: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Timers that can all be cancelled together, so that closing leaves none behind. */
export type TimerScope = { readonly schedule: Schedule; readonly cancelAll: () => void };

export function createTimerScope(schedule: Schedule): TimerScope {
  const pending = new Set<CancelTimer>();
  return {
    schedule: (delayMs, run) => {
      const cancel = schedule(delayMs, () => {
        pending.delete(cancel);
        run();
      });
      pending.add(cancel);
      return () => {
        pending.delete(cancel);
        cancel();
      };
    },
    cancelAll: () => {
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
