import type { StoredCall } from '../ports/stores.ts';
import type { LegSnapshot, TelephonySnapshot } from '../ports/telephony-event.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { createLiveCall, type LiveCall } from './live-call.ts';
import { loseLeg } from './lose-leg.ts';
import { happen } from './happen.ts';
import { offerToFreeConsoles, offerWaitingCalls } from './offer.ts';
import { recoverRecordings } from './recover-recordings.ts';
import { closeForgottenReplies, resumeReply, reviveReply } from './resume-reply.ts';
import { endVoicemail, resumeVoicemail, reviveVoicemail } from './voicemail.ts';
import { giveUp } from './writing.ts';

/** Waiting callers found after a restart are given this long again. */
const answerWithinMs = 60_000;

/**
 * The PBX answers (again): what is not there any more has ended meanwhile, what is there goes on, and legs that belong
 * to no call of ours are let go. Also the beginning of every run of the server: calls are taken up from the database.
 */
export async function resynchronise(desk: Desk, snapshot: TelephonySnapshot): Promise<void> {
  const stored = await desk.calls.live();
  if (!stored.ok) {
    desk.log.error({}, 'the calls could not be read from the database after the PBX came back');
    return;
  }
  for (const one of stored.value) {
    // One whose end is not stored yet is over all the same.
    const isKnown = desk.live.get(one.call.id) !== undefined || desk.live.isBehind(one.call.id);
    if (!isKnown) desk.live.add(revive(one, snapshot.legs));
  }
  const calling = desk.live
    .all()
    .flatMap(({ stored: { call } }) =>
      call.state === 'dialling' && call.agent !== null ? [call.agent.consoleId] : [],
    );
  await Promise.all(desk.live.all().map((live) => live.inOrder(() => compare(desk, live, snapshot.legs))));
  await closeForgottenReplies(desk);
  const listening = await recoverRecordings(desk, snapshot.legs);
  const known = new Set(desk.live.all().flatMap((live) => [live.callerLegId, ...live.agentLegs.values()]));
  const strays = snapshot.legs.filter(({ legId }) => !known.has(legId) && !listening.has(legId));
  await Promise.all(strays.map(({ legId }) => desk.telephony.hangUp(legId)));
  await Promise.all(calling.map((consoleId) => offerWaitingCalls(desk, consoleId)));
  if (desk.live.all().length + strays.length > 0) {
    desk.log.info({ calls: desk.live.all().length, strays: strays.length }, 'resynchronised with the PBX');
  }
}

function revive(stored: StoredCall, legs: readonly LegSnapshot[]): LiveCall {
  const ours = legs.filter(({ tag }) => tag?.callId === stored.call.id);
  const live = createLiveCall({
    id: stored.call.id,
    callerLegId: ours.find(({ tag }) => tag?.role === 'caller')?.legId ?? 'gone',
    bridgeId: `bridge-${stored.call.id}`,
    stored,
  });
  for (const { legId, tag } of ours) {
    if (tag?.role === 'agent' && tag.consoleId !== undefined) live.agentLegs.set(tag.consoleId, legId);
  }
  return live;
}

async function compare(desk: Desk, live: LiveCall, legs: readonly LegSnapshot[]): Promise<void> {
  const there = new Set(legs.map(({ legId }) => legId));
  if (live.stored.call.state === 'replying') await reviveReply(desk, live, live.stored.call);
  if (live.stored.call.state === 'voicemail') await reviveVoicemail(desk, live);
  if (!there.has(live.callerLegId)) {
    return live.voicemail === null ? endCall(desk, live, 'lost') : endVoicemail(desk, live);
  }
  const gone = [...live.agentLegs].filter(([, legId]) => !there.has(legId)).map(([consoleId]) => consoleId);
  for (const consoleId of gone) live.agentLegs.delete(consoleId);
  const { call } = live.stored;
  if (call.state === 'ringing') {
    for (const { consoleId } of call.offers) {
      if (!live.agentLegs.has(consoleId)) await happen(desk, live, { type: 'offerLost', consoleId });
    }
  }
  await takeUp(desk, live);
}

/** Goes on where the call stood: a waiting caller waits again, a talk without its console is a lost leg. */
async function takeUp(desk: Desk, live: LiveCall): Promise<void> {
  const { call } = live.stored;
  switch (call.state) {
    case 'queued':
    case 'ringing':
      live.stopTimer();
      live.stopTimer = desk.clock.after(answerWithinMs, () => giveUp(desk, live, 'timedOut'));
      return offerToFreeConsoles(desk, live);
    case 'talking':
      return call.agent !== null && live.agentLegs.has(call.agent.consoleId) ? undefined : loseLeg(desk, live);
    case 'held':
      return call.by === 'legLost' && live.agentLegs.size === 0 ? loseLeg(desk, live) : undefined;
    case 'replying':
      return resumeReply(desk, live, call);
    case 'voicemail':
      return resumeVoicemail(desk, live);
    case 'dialling':
      // Nobody here knows any more how far it had come; whoever placed it can see that it did not, and places it again.
      return endCall(desk, live, 'lost');
    case 'unanswered':
      return live.farewell === null ? endCall(desk, live, 'missed') : undefined;
    case 'consulting':
    case 'transferring':
    case 'parked':
    case 'ended':
      return undefined;
    default:
      return call satisfies never;
  }
}
