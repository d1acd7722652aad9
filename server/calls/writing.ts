import type { Agent, UnansweredReason } from '../../shared/call/call.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';
import { isWaiting } from './offer.ts';
import { goUnanswered } from './turn-away.ts';

/** What one word of somebody writing is worth; the page says it every ten seconds. */
const stretchMs = 25_000;
/** Nobody is kept ringing for longer by it, however long somebody writes. */
const longestStretchMs = 180_000;

/** Somebody writes a reply: the caller rings on meanwhile. */
export function stretchRinging(desk: Desk, callId: string, by: Agent): Result<void, 'noSuchCall' | 'notAllowedNow'> {
  const live = desk.live.get(callId);
  if (live === undefined) return fail('noSuchCall');
  if (!isWaiting(live.stored.call)) return fail('notAllowedNow');
  const now = desk.clock.now();
  live.writing ??= { since: now, until: now };
  live.writing.until = Math.min(now + stretchMs, live.writing.since + longestStretchMs);
  desk.log.debug({ callId, consoleId: by.consoleId }, 'somebody writes a reply');
  return ok();
}

/** The caller's time is over, unless somebody is writing to them. */
export function giveUp(desk: Desk, live: LiveCall, why: UnansweredReason): void {
  const restMs = (live.writing?.until ?? 0) - desk.clock.now();
  if (restMs > 0) {
    live.stopTimer = desk.clock.after(restMs, () => giveUp(desk, live, why));
    return;
  }
  live
    .inOrder(() => goUnanswered(desk, live, why))
    .catch((error: unknown) => desk.log.error({ err: error }, 'turning a caller away failed'));
}
