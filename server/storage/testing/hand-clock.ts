import type { Clock } from '../../ports/clock.ts';

export type HandClock = Clock & { readonly advance: (ms: number) => void };

/** A clock that goes on only when a test says so. */
export function handClock(start = 0): HandClock {
  let now = start;
  let timers: readonly { readonly at: number; readonly task: () => void }[] = [];
  const after = (ms: number, task: () => void): (() => void) => {
    const timer = { at: now + ms, task };
    timers = [...timers, timer].sort((a, b) => a.at - b.at);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const advance = (ms: number): void => {
    const until = now + ms;
    for (let [next] = timers; next && next.at <= until; [next] = timers) {
      timers = timers.slice(1);
      now = next.at;
      next.task();
    }
    now = until;
  };
  return { now: () => now, after, advance };
}
