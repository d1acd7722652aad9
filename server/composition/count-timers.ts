import type { Clock } from '../ports/clock.ts';

/** A clock whose timers are counted: none may outlive what it was for, and the metrics show whether one does. */
type CountedClock = Clock & { readonly running: () => number };

export function countTimers(clock: Clock): CountedClock {
  const running = new Set<symbol>();
  return {
    now: () => clock.now(),
    after: (ms, task) => {
      const timer = Symbol('timer');
      running.add(timer);
      const stop = clock.after(ms, () => {
        running.delete(timer);
        task();
      });
      return () => {
        running.delete(timer);
        stop();
      };
    },
    running: () => running.size,
  };
}

/** What the desk waits for, told apart: calls, consoles that may come back, statuses with an end, and the SIP edge. */
export const countDeskTimers = (clock: Clock) => ({
  calls: countTimers(clock),
  desks: countTimers(clock),
  statuses: countTimers(clock),
  edge: countTimers(clock),
});

export type DeskTimers = ReturnType<typeof countDeskTimers>;
