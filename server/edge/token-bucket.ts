import type { Clock } from '../ports/clock.ts';

export type TokenBucket = { readonly take: (tokens: number) => boolean };

/** Full at first; fills by `perSecond` up to `burst`. `take` answers false, and takes nothing, when there is too little. */
export function createTokenBucket(clock: Clock, perSecond: number, burst: number): TokenBucket {
  let tokens = burst;
  let filledAt = clock.now();
  return {
    take: (wanted) => {
      const now = clock.now();
      tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (wanted > tokens) return false;
      tokens -= wanted;
      return true;
    },
  };
}
