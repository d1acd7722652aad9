import { fail, ok } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Done } from '../../ports/telephony.ts';

/** A snoop leg takes commands only after it has entered the application, which is told by an event. */
export type SnoopWaits = {
  /** Ask before the leg is made. `refusedByPbx` when it does not enter in time, `pbxUnavailable` when all is lost. */
  readonly wait: (legId: string) => Promise<Done>;
  readonly ready: (legId: string) => void;
  /** The leg will not come. */
  readonly forget: (legId: string) => void;
  readonly giveUp: () => void;
};

const patienceMs = 5_000;

export function createSnoopWaits(clock: Clock): SnoopWaits {
  const waiting = new Map<string, (done: Done) => void>();
  const settle = (legId: string, done: Done): void => waiting.get(legId)?.(done);
  return {
    wait: (legId) =>
      new Promise((resolve) => {
        const stopTimer = clock.after(patienceMs, () => settle(legId, fail('refusedByPbx')));
        waiting.set(legId, (done) => {
          stopTimer();
          waiting.delete(legId);
          resolve(done);
        });
      }),
    ready: (legId) => settle(legId, ok()),
    forget: (legId) => settle(legId, fail('legGone')),
    giveUp: () => {
      for (const legId of waiting.keys()) settle(legId, fail('pbxUnavailable'));
    },
  };
}
