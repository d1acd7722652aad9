import type { Clock } from '../../ports/clock.ts';

/** A clock that stands still until it is told to go on. */
export type VirtualClock = Clock & {
  /** Lets so many milliseconds pass; what is due runs in order of its time. Tasks may schedule further ones. */
  readonly advance: (ms: number) => void;
  /** How many tasks are waiting: a test can prove that nothing was left behind. */
  readonly pending: () => number;
};

type Waiting = { readonly at: number; readonly task: () => void };

export function createVirtualClock(startAt = Date.UTC(2030, 0, 1)): VirtualClock {
  let now = startAt;
  const waiting = new Set<Waiting>();
  const dueBy = (end: number): Waiting | undefined =>
    [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (ms, task) => {
      const entry = { at: now + Math.max(0, ms), task };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    advance: (ms) => {
      const end = now + ms;
      for (let next = dueBy(end); next !== undefined; next = dueBy(end)) {
        waiting.delete(next);
        now = next.at;
        next.task();
      }
      now = end;
    },
    pending: () => waiting.size,
  };
}
