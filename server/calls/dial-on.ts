import type { CallIn } from '../../shared/call/call.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import { holdWhatIsOn } from './hold.ts';
import type { LiveCall } from './live-call.ts';
import { ourNumber } from './our-number.ts';
import { recordByRule } from './begin-recording.ts';
import { longestCallSeconds } from './receive-call.ts';

/** How long a number may ring. */
const numberRingSeconds = 60;

const ringbackOf = ({ id }: LiveCall): string => `ringback-${id}`;

/** A leg of a call that we place has answered: the desk's own, upon which the number is called; or the number. */
export async function dialOn(desk: Desk, live: LiveCall, legId: string): Promise<void> {
  const isDesk = legId !== live.callerLegId;
  const consoleId = live.stored.call.agent?.consoleId;
  // What rang there may have been answered in the moment in which it was taken back.
  if (isDesk && consoleId !== undefined) await holdWhatIsOn(desk, consoleId, live);
  await live.inOrder(async () => {
    const { call } = live.stored;
    const isExpected = call.state === 'dialling' && (isDesk ? call.progress === 'desk' : call.progress !== 'desk');
    if (!isExpected) return void (await desk.telephony.hangUp(legId));
    return isDesk ? callNumber(desk, live, call) : connect(desk, live, call);
  });
}

/** The desk is in the call: now the number, with a number of ours and not the person's. */
async function callNumber(desk: Desk, live: LiveCall, call: CallIn<'dialling'>): Promise<void> {
  const [bridged, number] = await Promise.all([
    desk.telephony.createBridge(live.bridgeId),
    ourNumber(desk, call.queue),
  ]);
  if (!bridged.ok) return endCall(desk, live, 'failed');
  const [dialled] = await Promise.all([
    desk.telephony.originate({
      legId: live.callerLegId,
      to: { trunkNumber: call.dialled },
      from: { number, name: null },
      headers: {},
      timeoutSeconds: numberRingSeconds,
      tag: { callId: live.id, role: 'caller' },
    }),
    happen(desk, live, { type: 'dialled' }),
  ]);
  if (!dialled.ok) return endCall(desk, live, dialled.error === 'unreachable' ? 'unreachable' : 'failed');
}

/**
 * It rings there: the desk hears it ring. The tone is our own, because an originated leg can be bridged only once it has
 * answered; what the network itself would say before that is not heard. In the call's order.
 */
export async function numberAlerts(desk: Desk, live: LiveCall, legId: string): Promise<void> {
  const { call } = live.stored;
  if (legId !== live.callerLegId || call.state !== 'dialling' || call.progress !== 'dialled') return;
  const deskLegId = deskLegOf(live, call);
  const tone = [{ kind: 'tone', tone: 'ringing' }] as const;
  await Promise.all([
    happen(desk, live, { type: 'alerted' }),
    deskLegId === undefined ? undefined : desk.telephony.play({ legId: deskLegId }, ringbackOf(live), tone),
  ]);
}

/** Somebody is there. */
async function connect(desk: Desk, live: LiveCall, call: CallIn<'dialling'>): Promise<void> {
  const deskLegId = deskLegOf(live, call);
  if (call.agent === null || deskLegId === undefined) return endCall(desk, live, 'failed');
  const [joined] = await Promise.all([
    desk.telephony
      .stopPlayback(ringbackOf(live))
      .then(() => desk.telephony.join(live.bridgeId, [live.callerLegId, deskLegId])),
    happen(desk, live, { type: 'answered', by: call.agent }),
    desk.telephony.limitDuration(live.callerLegId, longestCallSeconds),
  ]);
  desk.counters.count('placedCallAnswered');
  if (joined.ok) recordByRule(desk, live);
  else await endCall(desk, live, 'callerHungUp');
}

const deskLegOf = (live: LiveCall, { agent }: CallIn<'dialling'>): string | undefined =>
  agent === null ? undefined : live.agentLegs.get(agent.consoleId);
