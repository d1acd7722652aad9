import type { Clock } from '../ports/clock.ts';
import type { ReadyConsole } from './consoles.ts';
import type { Desk } from './desk.ts';
import { loseLeg } from './lose-leg.ts';
import { dropOffer, offerWaitingCalls } from './offer.ts';
import { endTestAt } from './test-call.ts';

/** A browser whose socket was cut comes back within moments with its audio untouched; after this it will not. */
const comesBackWithinMs = 10_000;

/** Consoles come and go; a call is neither rung where nobody is, nor cut off because a page was reloaded. */
export function createShift(desk: Desk, clock: Clock, go: (task: Promise<unknown>, doing: string) => void) {
  /** Whose page may still come back to the call it is in: the page, and how to stop waiting. */
  const away = new Map<string, { readonly pageId: string; readonly stop: () => void }>();

  return {
    consoleReady: (console: ReadyConsole): void => {
      const { consoleId } = console.agent;
      const before = away.get(consoleId)?.pageId ?? desk.consoles.get(consoleId)?.pageId;
      away.get(consoleId)?.stop();
      away.delete(consoleId);
      desk.consoles.add(console);
      const reloaded = before !== undefined && before !== console.pageId;
      const lost = reloaded ? loseLegsOf(desk, consoleId) : Promise.resolve();
      const offer = (): Promise<void> => offerWaitingCalls(desk, consoleId);
      go(lost, 'losing the leg of a reloaded page');
      // Whoever was on a call is free only when that has been seen to.
      go(lost.then(offer, offer), 'offering the waiting calls');
    },
    /** Somebody takes calls again, or no more: their desks ring, or stop. */
    statusChanged: (userId: string): void => {
      const wants = desk.statuses.wantsCalls(userId);
      for (const { agent } of desk.consoles.all().filter((console) => console.agent.userId === userId)) {
        const task = wants ? offerWaitingCalls(desk, agent.consoleId) : forgetOffers(desk, agent.consoleId);
        go(task, 'following a status');
      }
    },
    consoleGone: (consoleId: string): void => {
      const pageId = desk.consoles.get(consoleId)?.pageId;
      if (pageId === undefined) return;
      desk.consoles.remove(consoleId);
      const stop = clock.after(comesBackWithinMs, () => {
        away.delete(consoleId);
        go(loseLegsOf(desk, consoleId), 'losing the leg of a console that is gone');
      });
      away.set(consoleId, { pageId, stop });
      go(endTestAt(desk, consoleId), 'ending the test of a console');
      go(forgetOffers(desk, consoleId), 'forgetting the offers of a console');
    },
  };
}

/** The console stops ringing, whatever rings there; the others go on. */
export async function forgetOffers(desk: Desk, consoleId: string): Promise<void> {
  await eachCallOf(desk, consoleId, async (live) => {
    const legId = live.agentLegs.get(consoleId);
    if (legId === undefined || live.stored.call.state !== 'ringing') return;
    await Promise.all([desk.telephony.hangUp(legId), dropOffer(desk, live, consoleId, 'offerLost')]);
  });
}

async function loseLegsOf(desk: Desk, consoleId: string): Promise<void> {
  await eachCallOf(desk, consoleId, async (live) => {
    if (live.stored.call.agent?.consoleId === consoleId) await loseLeg(desk, live);
  });
}

async function eachCallOf(
  desk: Desk,
  consoleId: string,
  task: (live: ReturnType<Desk['live']['all']>[number]) => Promise<void>,
): Promise<void> {
  const theirs = desk.live.all().filter((live) => live.agentLegs.has(consoleId));
  await Promise.all(theirs.map((live) => live.inOrder(() => task(live))));
}
