import type { CancelTimer, Schedule } from '../world.ts';

/** The base times of RFC 3261 §17.1.1.1, in milliseconds: round trip, longest interval, and how long before giving up. */
export type SipTimers = { readonly t1: number; readonly t2: number; readonly giveUp: number };

export const defaultTimers: SipTimers = { t1: 500, t2: 4000, giveUp: 32_000 };

export type Retransmission = {
  readonly schedule: Schedule;
  readonly timers: SipTimers;
  /** Over a reliable transport nothing is repeated, but there is still an end to the waiting. */
  readonly reliable: boolean;
  /** Longest interval between two sendings; none for INVITE (timer A). */
  readonly longest?: number;
  readonly send: () => void;
  readonly onGiveUp: () => void;
};

/** Sends now, again after T1, 2·T1, 4·T1 …, and gives up after 64·T1. Returns what stops it. */
export function sendUntilStopped(options: Retransmission): () => void {
  const { schedule, timers, reliable, longest = Infinity, send, onGiveUp } = options;
  let cancelNext: CancelTimer | undefined;
  const stop = () => {
    cancelNext?.();
    cancelGiveUp();
  };
  const again = (interval: number) => {
    cancelNext = schedule(interval, () => {
      again(Math.min(interval * 2, longest));
      send();
    });
  };
  const cancelGiveUp = schedule(timers.giveUp, () => {
    cancelNext?.();
    onGiveUp();
  });
  if (!reliable) again(timers.t1);
  send();
  return stop;
}
