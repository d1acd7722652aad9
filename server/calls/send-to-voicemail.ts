import type { Agent } from '../../shared/call/call.ts';
import { can } from '../../shared/call/commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { isWaiting } from './offer.ts';
import { stopRinging } from './stop-ringing.ts';
import { beginVoicemail } from './voicemail.ts';

/**
 * Somebody lets a caller leave a message: one who waits, or whom they have themselves. Their desk is free with that. In the
 * call's order.
 */
export async function sendToVoicemail(
  desk: Desk,
  live: LiveCall,
  by: Agent,
): Promise<Result<void, 'notYourCall' | 'notAllowedNow'>> {
  const { call } = live.stored;
  if (!can(call, 'sendToVoicemail')) return fail('notAllowedNow');
  if (!isWaiting(call) && call.agent?.userId !== by.userId) return fail('notYourCall');
  live.stopTimer();
  await Promise.all([
    happen(desk, live, { type: 'voicemailStarted' }),
    stopRinging(desk, live, isWaiting(call) ? 'answeredElsewhere' : 'normal'),
    call.state === 'held' ? desk.telephony.stopMusic(live.callerLegId) : undefined,
    call.state === 'talking' ? desk.telephony.leave(live.bridgeId, [live.callerLegId]) : undefined,
  ]);
  // One who has been answered already is answered still; who has just left is told by the end of their leg.
  const answered = call.answeredAt === null ? await desk.telephony.answer(live.callerLegId) : ok();
  if (answered.ok) await beginVoicemail(desk, live, 'unanswered');
  return ok();
}
