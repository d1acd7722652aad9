import type { Clock } from '../ports/clock.ts';

/** setTimeout takes no more; a registration this long is renewed before. */
const longestTimerMs = 2 ** 31 - 1;

/** A console is there while the PBX has its address and its page is connected. Tells of changes only. */
export function createPresence(clock: Clock, tell: { readonly here: () => void; readonly gone: () => void }) {
  let registered = false;
  let attached = false;
  let told = false;
  let stopExpiry = (): void => {};

  const update = (): void => {
    const here = registered && attached;
    if (here === told) return;
    told = here;
    if (here) tell.here();
    else tell.gone();
  };
  const expire = (): void => {
    stopExpiry();
    registered = false;
    update();
  };

  return {
    /** For so many seconds from now; 0 takes the registration back. */
    register: (seconds: number): void => {
      if (seconds <= 0) return expire();
      stopExpiry();
      stopExpiry = clock.after(Math.min(seconds * 1000, longestTimerMs), expire);
      registered = true;
      return update();
    },
    attach: (): void => {
      attached = true;
      update();
    },
    detach: (): void => {
      attached = false;
      update();
    },
    end: expire,
  };
}

export type Presence = ReturnType<typeof createPresence>;
