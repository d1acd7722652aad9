import type { World } from './world.ts';

type Timer = { readonly due: number; readonly run: () => void };

/** A world whose time stands still until told to pass; words count up. */
export function createManualWorld(): World & { readonly pass: (ms: number) => void; readonly pending: () => number } {
  const timers = new Set<Timer>();
  let [now, words] = [0, 0];
  const earliest = (until: number) => [...timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
  return {
    now: () => now,
    token: () => (words += 1).toString(16).padStart(16, '0'),
    schedule: (delayMs, run) => {
      const timer = { due: now + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass: (ms) => {
      const end = now + ms;
      for (let timer = earliest(end); timer; timer = earliest(end)) {
        timers.delete(timer);
        now = Math.max(now, timer.due);
        timer.run();
      }
      now = end;
    },
    pending: () => timers.size,
  };
}
