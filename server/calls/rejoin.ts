import type { Agent } from '../../shared/call/call.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { endTestAt } from './test-call.ts';

/** A browser that is told to rejoin answers by itself; it need not be given long. */
const rejoinSeconds = 10;

/** Rings the console of the person who lost the call, to bring the two together again. In the call's order. */
export async function inviteToRejoin(
  desk: Desk,
  live: LiveCall,
  agent: Agent,
): Promise<Result<void, 'notAllowedNow' | 'pbxUnavailable'>> {
  const { call } = live.stored;
  if (call.state !== 'held' || call.by !== 'legLost') return fail('notAllowedNow');
  if (live.agentLegs.has(agent.consoleId)) return ok();
  void endTestAt(desk, agent.consoleId);
  const legId = `agent-${desk.ids.next()}`;
  live.agentLegs.set(agent.consoleId, legId);
  const rung = await desk.telephony.originate({
    legId,
    to: { consoleId: agent.consoleId },
    from: { number: call.caller.number, name: call.caller.name },
    headers: { 'X-Frontdesk-Call': live.id, 'X-Frontdesk-Rejoin': 'yes' },
    timeoutSeconds: rejoinSeconds,
    tag: { callId: live.id, role: 'agent', consoleId: agent.consoleId },
  });
  if (rung.ok) return ok();
  live.agentLegs.delete(agent.consoleId);
  return fail(rung.error === 'pbxUnavailable' ? 'pbxUnavailable' : 'notAllowedNow');
}

/** The console is back: music stops and both hear each other. In the call's order. */
export async function rejoin(desk: Desk, live: LiveCall, agent: Agent, legId: string): Promise<void> {
  live.stopTimer();
  await Promise.all([
    desk.telephony
      .stopMusic(live.callerLegId)
      .then(() => desk.telephony.join(live.bridgeId, [live.callerLegId, legId])),
    happen(desk, live, { type: 'rejoined', by: agent }),
  ]);
}
