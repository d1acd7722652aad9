import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { withdrawOtherOffers } from './offer.ts';
import { recordByRule } from './begin-recording.ts';
import { stopRinging } from './stop-ringing.ts';

/**
 * A console answered. In the call's order, so that of several answers in one instant the first finds it ringing and
 * wins, and the others are told that a colleague has it.
 */
export async function answerCall(desk: Desk, live: LiveCall, consoleId: string, legId: string): Promise<void> {
  const { call } = live.stored;
  const offer = call.state === 'ringing' ? call.offers.find((one) => one.consoleId === consoleId) : undefined;
  if (offer === undefined || live.agentLegs.get(consoleId) !== legId) {
    await desk.telephony.hangUp(legId, 'answeredElsewhere');
    return;
  }
  live.stopTimer();
  const [joined] = await Promise.all([
    connect(desk, live, legId),
    happen(desk, live, { type: 'answered', by: offer }),
    stopRinging(desk, live, 'answeredElsewhere', consoleId),
  ]);
  desk.counters.count('callAnswered');
  if (joined) recordByRule(desk, live);
  else await endCall(desk, live, 'callerHungUp');
  withdrawOtherOffers(desk, live, consoleId);
}

async function connect(desk: Desk, live: LiveCall, agentLegId: string): Promise<boolean> {
  const [answered, bridged] = await Promise.all([
    desk.telephony.answer(live.callerLegId),
    desk.telephony.createBridge(live.bridgeId),
  ]);
  if (!answered.ok || !bridged.ok) return false;
  const joined = await desk.telephony.join(live.bridgeId, [live.callerLegId, agentLegId]);
  return joined.ok;
}
