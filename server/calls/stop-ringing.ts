import type { HangUpCause } from '../ports/telephony.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';

/** Every console leg of the call stops, but that of `keep`. The legs are forgotten first: their ends are no news. */
export async function stopRinging(desk: Desk, live: LiveCall, cause: HangUpCause, keep?: string): Promise<void> {
  const losers = [...live.agentLegs].filter(([consoleId]) => consoleId !== keep);
  for (const [consoleId] of losers) live.agentLegs.delete(consoleId);
  await Promise.all(losers.map(([, legId]) => desk.telephony.hangUp(legId, cause)));
}
