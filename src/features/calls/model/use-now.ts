import { useEffect, useState } from 'react';
import type { Clock } from '../../../ports/clock.ts';

/** The time, told again each second; `now` may be another clock than the one that ticks (the server's). */
export function useNow(clock: Clock, now: () => number): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    let cancel = (): void => undefined;
    const tick = (): void => {
      const current = now();
      setTime(current);
      // To the next full second of the clock that is shown, so that all timers turn together.
      cancel = clock.after(1000 - (current % 1000), tick);
    };
    tick();
    return () => cancel();
  }, [clock, now]);
  return time;
}
