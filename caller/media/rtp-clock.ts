import { frameMs } from './key-queue.ts';
import { systemWorld, type CancelTimer, type World } from '../world.ts';

/** Ticks every 20 ms for whoever is subscribed; one timer serves all, and none runs when nobody is. */
export type RtpClock = { readonly subscribe: (tick: () => void) => () => void };

/** After a longer stall of the process the missed frames are dropped: no telephone sends them in a burst, in which keys run together. */
const mostFramesAtOnce = 3;

/** Each tick is planned from the first and not from the last, so that lateness does not add up. */
export function createRtpClock({ now, schedule }: Pick<World, 'now' | 'schedule'>): RtpClock {
  const ticks = new Set<() => void>();
  let next = 0;
  let cancel: CancelTimer | undefined;
  const arm = () => {
    cancel = schedule(Math.max(0, Math.ceil(next - now())), run);
  };
  const run = () => {
    cancel = undefined;
    const frames = Math.floor((now() - next) / frameMs) + 1;
    next += Math.max(0, frames) * frameMs;
    for (let frame = 0; frame < Math.min(frames, mostFramesAtOnce); frame += 1) for (const tick of ticks) tick();
    if (ticks.size > 0 && !cancel) arm();
  };
  return {
    subscribe: (tick) => {
      ticks.add(tick);
      if (!cancel) {
        next = now() + frameMs;
        arm();
      }
      return () => {
        ticks.delete(tick);
        if (ticks.size > 0) return;
        cancel?.();
        cancel = undefined;
      };
    },
  };
}

/** The process's own clock: all callers of the process share its one timer. */
export const processClock: RtpClock = createRtpClock(systemWorld);
