import type { Clock } from '../ports/clock.ts';

/** The machine's clock. Its timers do not keep the process alive: what is open does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
