import type { EndReason } from '../../shared/call/call.ts';
import type { LegEndCause } from '../ports/telephony-event.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import type { LiveCall } from './live-call.ts';
import { loseLeg } from './lose-leg.ts';
import { dropOffer } from './offer.ts';
import { endVoicemail } from './voicemail.ts';

/** One of the call's legs is gone. To be called in the call's order. */
export async function legEnded(desk: Desk, live: LiveCall, legId: string, cause: LegEndCause): Promise<void> {
  if (legId === live.callerLegId) {
    if (live.stored.call.state === 'voicemail') return endVoicemail(desk, live);
    return endCall(desk, live, reasonWhenCallerLeft(live, cause));
  }
  const consoleId = [...live.agentLegs].find(([, leg]) => leg === legId)?.[0];
  if (consoleId === undefined) return;
  live.agentLegs.delete(consoleId);
  const { call } = live.stored;
  if (call.state === 'ringing') return dropOffer(desk, live, consoleId, isRefusal(cause) ? 'declined' : 'offerLost');
  if (call.agent?.consoleId !== consoleId) return;
  if (call.state === 'dialling') return endCall(desk, live, cause === 'hungUp' ? 'weHungUp' : 'failed');
  // Whoever presses the red button ends the call; a browser that just vanished has not.
  return cause === 'hungUp' ? endCall(desk, live, 'weHungUp') : loseLeg(desk, live);
}

const isRefusal = (cause: LegEndCause): boolean => cause === 'declined' || cause === 'busy';

/** What became of a number that was dialled. */
const reasonOfNoAnswer: Readonly<Record<LegEndCause, EndReason>> = {
  busy: 'busy',
  declined: 'declined',
  noAnswer: 'noAnswer',
  unknownNumber: 'unknownNumber',
  unreachable: 'unreachable',
  cancelled: 'weHungUp',
  hungUp: 'failed',
  answeredElsewhere: 'failed',
  failed: 'failed',
};

function reasonWhenCallerLeft({ stored: { call }, reply }: LiveCall, cause: LegEndCause): EndReason {
  switch (call.state) {
    case 'queued':
    case 'ringing':
      return 'abandoned';
    case 'unanswered':
      return 'missed';
    case 'replying':
      return (reply?.reply.voicemail ?? null) === null ? 'replied' : 'voicemailLeft';
    case 'voicemail':
      return 'voicemailLeft';
    case 'dialling':
      return reasonOfNoAnswer[cause];
    case 'talking':
    case 'held':
    case 'consulting':
    case 'transferring':
    case 'parked':
    case 'ended':
      return 'callerHungUp';
    default:
      return call satisfies never;
  }
}
