import type { EndReason } from '../../shared/call/call.ts';
import type { Desk } from './desk.ts';
import { finishReply } from './finish-reply.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { finishRecorder } from './end-recorder.ts';
import { stopRinging } from './stop-ringing.ts';

/** Ends the call for everybody in it. Ending twice is ending once. To be called in the call's order. */
export async function endCall(desk: Desk, live: LiveCall, reason: EndReason): Promise<void> {
  if (live.stored.call.state === 'ended') return;
  live.stopTimer();
  live.farewell = null;
  live.voicemail = null;
  try {
    await letEverybodyGo(desk, live, reason);
  } finally {
    // Whatever went wrong on the way: a call that is over is not looked after any more.
    finishRecorder(desk, live);
    desk.live.remove(live);
  }
  desk.counters.count(reason === 'abandoned' ? 'callAbandoned' : 'callEnded');
}

async function letEverybodyGo(desk: Desk, live: LiveCall, reason: EndReason): Promise<void> {
  const left = reason === 'voicemailLeft' && live.stored.call.state === 'voicemail';
  await Promise.all([
    stopRinging(desk, live, 'normal'),
    desk.telephony.hangUp(live.callerLegId),
    desk.telephony.destroyBridge(live.bridgeId),
    finishReply(desk, live),
    happen(desk, live, left ? { type: 'voicemailLeft' } : { type: 'ended', reason }),
  ]);
}
