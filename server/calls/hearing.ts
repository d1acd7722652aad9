import type { Clock } from '../ports/clock.ts';
import type { Desk } from './desk.ts';
import { offerWaitingCalls } from './offer.ts';
import { forgetOffers } from './shift.ts';

/**
 * A page answers the heartbeat of its event stream itself, every two seconds. One that has not for so long is frozen,
 * asleep, or does not get the events: a call would ring there and nobody would hear it.
 */
const answersWithinMs = 5000;

/**
 * Knows which registered consoles would hear a call. A page that has never given a sign of life on the event stream is
 * judged by its registration alone.
 */
export function createHearing(desk: Desk, clock: Clock, go: (task: Promise<unknown>, doing: string) => void) {
  /** By page: how to stop waiting for its next sign of life. */
  const waits = new Map<string, () => void>();

  const fellAsleep = (consoleId: string, pageId: string): void => {
    waits.delete(pageId);
    if (desk.consoles.get(consoleId)?.pageId !== pageId) return;
    desk.log.info({ consoleId }, 'a page does not answer: it is not rung until it does');
    desk.consoles.setHears(consoleId, false);
    go(forgetOffers(desk, consoleId), 'forgetting the offers of a console that sleeps');
  };

  return {
    pageAlive: (consoleId: string, pageId: string): void => {
      waits.get(pageId)?.();
      waits.set(
        pageId,
        clock.after(answersWithinMs, () => fellAsleep(consoleId, pageId)),
      );
      if (desk.consoles.get(consoleId)?.pageId !== pageId || desk.consoles.hears(consoleId)) return;
      desk.consoles.setHears(consoleId, true);
      go(offerWaitingCalls(desk, consoleId), 'offering the waiting calls to a page that is awake again');
    },
    close: (): void => {
      for (const stop of waits.values()) stop();
      waits.clear();
    },
  };
}
