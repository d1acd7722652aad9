import type { Clock } from '../../ports/clock.ts';

/** Tries again after ever longer pauses, up to a bound, spread so that several servers do not come all at once. */
export type Backoff = {
  readonly again: (task: () => void) => void;
  /** It worked: the next pause is short again. */
  readonly reset: () => void;
  readonly stop: () => void;
};

const firstMs = 100;
const longestMs = 1_000;

export function createBackoff(clock: Clock, random: () => number): Backoff {
  let attempts = 0;
  let stopTimer = (): void => {};
  return {
    again: (task) => {
      const pause = Math.min(longestMs, firstMs * 2 ** attempts);
      attempts += 1;
      stopTimer();
      stopTimer = clock.after(pause * (0.5 + random() / 2), task);
    },
    reset: () => {
      attempts = 0;
    },
    stop: () => stopTimer(),
  };
}
