import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';

/** How long a caller hears music waiting for the person whose console went away. */
const rejoinWithinMs = 60_000;

/**
 * The console went away in mid-call: the caller is not cut off, but hears music until somebody rejoins. A number that is
 * only being called is called no more. In the call's order.
 */
export async function loseLeg(desk: Desk, live: LiveCall): Promise<void> {
  const { call } = live.stored;
  if (call.state === 'dialling') return endCall(desk, live, 'failed');
  if (call.state !== 'talking' && call.state !== 'held' && call.state !== 'consulting') return;
  const lost = [...live.agentLegs.values()];
  live.agentLegs.clear();
  await Promise.all([
    ...lost.map((legId) => desk.telephony.hangUp(legId)),
    desk.telephony.leave(live.bridgeId, [live.callerLegId]).then(() => desk.telephony.startMusic(live.callerLegId)),
    happen(desk, live, { type: 'legLost' }),
  ]);
  live.stopTimer = desk.clock.after(rejoinWithinMs, () => {
    const task = live.inOrder(() => endCall(desk, live, 'lost'));
    task.catch((error: unknown) => desk.log.error({ err: error }, 'ending a call that nobody rejoined failed'));
  });
}
