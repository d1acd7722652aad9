import type { UnansweredReason } from '../../shared/call/call.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { queueOf } from './queue-of.ts';
import { stopRinging } from './stop-ringing.ts';
import { beginVoicemail } from './voicemail.ts';

/** The farewell is a sentence; a playback that does not report its end must not keep the caller. */
const longestFarewellMs = 20_000;

/**
 * Nobody takes the call: the consoles stop ringing, and the caller may leave a message where the queue has it so; else they are
 * told, in words, and let go. To be called in the call's order.
 */
export async function goUnanswered(desk: Desk, live: LiveCall, why: UnansweredReason): Promise<void> {
  const { state } = live.stored.call;
  if (state !== 'queued' && state !== 'ringing') return;
  live.stopTimer();
  const [takesMessage] = await Promise.all([takesMessages(desk, live, why), stopRinging(desk, live, 'normal')]);
  desk.counters.count('callMissed');
  if (!takesMessage) {
    await happen(desk, live, { type: 'wentUnanswered', why });
    return sayFarewell(desk, live, why);
  }
  await happen(desk, live, { type: 'wentUnanswered', why }, { type: 'voicemailStarted' });
  const answered = await desk.telephony.answer(live.callerLegId);
  if (answered.ok) await beginVoicemail(desk, live, why === 'closed' ? 'closed' : 'unanswered');
  else await endCall(desk, live, 'missed');
}

async function takesMessages(desk: Desk, live: LiveCall, why: UnansweredReason): Promise<boolean> {
  const queue = await queueOf(desk, live.stored.call);
  if (queue === null) return false;
  return why === 'closed' ? queue.voicemail.closed : queue.voicemail.unanswered;
}

async function sayFarewell(desk: Desk, live: LiveCall, why: UnansweredReason): Promise<void> {
  const playbackId = `farewell-${live.id}`;
  live.farewell = playbackId;
  live.stopTimer = desk.clock.after(longestFarewellMs, () => {
    letGo(desk, live).catch((error: unknown) => desk.log.error({ err: error }, 'letting a caller go failed'));
  });
  const answered = await desk.telephony.answer(live.callerLegId);
  const path = why === 'closed' ? desk.prompts.weAreClosed : desk.prompts.nobodyCanTakeYourCall;
  const media = [{ kind: 'file', path }] as const;
  const playing = answered.ok ? await desk.telephony.play({ legId: live.callerLegId }, playbackId, media) : answered;
  if (!playing.ok) await endCall(desk, live, 'missed');
}

/** The farewell has been said. */
export async function letGo(desk: Desk, live: LiveCall): Promise<void> {
  await live.inOrder(() => endCall(desk, live, 'missed'));
}
