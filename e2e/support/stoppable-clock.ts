import { processClock, type RtpClock } from '../../caller/media/rtp-clock.ts';

/** The clock of a caller whose line goes dead on the way here: while it stands, not a packet is sent. */
export function createStoppableClock(): RtpClock & { readonly stop: () => void; readonly go: () => void } {
  let isStopped = false;
  return {
    subscribe: (tick) => processClock.subscribe(() => void (isStopped || tick())),
    stop: () => {
      isStopped = true;
    },
    go: () => {
      isStopped = false;
    },
  };
}
