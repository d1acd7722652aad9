import { dismissMenu, resumeMenu } from '../../shared/reply/take-input.ts';
import type { CallIn } from '../../shared/call/call.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { ok } from '../../shared/result.ts';
import type { Stored } from '../ports/stores.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { keepAnswer, leftWith } from './keep-reply.ts';
import type { LiveCall } from './live-call.ts';
import { createMessageSound, noSound } from './message-sound.ts';
import { perform } from './reply-menu.ts';
import { runningReply, voicemailTrackOf } from './running-reply.ts';
import { readTrackName, type TrackFacts } from './track-name.ts';

/** A recording that was stopped is reported within moments; if not, what is there is taken. */
const stoppedWithinMs = 3_000;

/**
 * What is known of a reply that this server does not look after yet: it was begun before a restart. What the caller had
 * answered is stored; a voicemail they were leaving is still at the PBX. In the call's order.
 */
export async function reviveReply(desk: Desk, live: LiveCall, call: CallIn<'replying'>): Promise<void> {
  if (live.reply !== null) return;
  const found = await desk.replies.find(call.replyId);
  if (!found.ok || found.value === null) return;
  const { text, language, voice } = found.value;
  const message = await desk.replySpeech.message(text, { language, voice });
  live.reply = runningReply(found.value, message.ok ? createMessageSound(message.value) : noSound, call.heard);
  const kept = await keptVoicemailOf(desk, found.value);
  if (kept.ok) live.reply.voicemail = kept.value;
  // Whoever was hearing the greeting may have begun to speak before that could be stored.
  const isSpeaking = call.step === 'leavingVoicemail' || call.step === 'hearingGreeting';
  if (isSpeaking) live.reply.recording = await recordingOf(desk, call);
}

/** Null: they had not begun to speak. What they said in an attempt before could not be kept, and is tried again elsewhere. */
async function recordingOf({ telephony }: Desk, { id, stepSince }: CallIn<'replying'>): Promise<TrackFacts | null> {
  const listed = await telephony.listRecordings();
  const tracks = (listed.ok ? listed.value : []).flatMap((name) => readTrackName(name) ?? []);
  const isTheirs = ({ kind, callId, startedAt }: TrackFacts): boolean =>
    kind === 'voicemail' && callId === id && startedAt >= stepSince;
  return (
    tracks
      .filter(isTheirs)
      .toSorted((a, b) => a.startedAt - b.startedAt)
      .at(-1) ?? null
  );
}

/**
 * Goes on with a caller who was in the menu while the PBX, or this server, was away: the options are said again; who was
 * leaving a voicemail is thanked for it, and who had answered as well.
 */
export async function resumeReply(desk: Desk, live: LiveCall, call: CallIn<'replying'>): Promise<void> {
  const running = live.reply;
  if (running === null) return endCall(desk, live, 'replied');
  running.playbackId = null;
  running.silent = false;
  if (running.reply.answer !== null) return perform(desk, live, dismissMenu(running.menu));
  const { recording: said } = running;
  if (said === null) {
    return perform(desk, live, resumeMenu(running.reply.caller.number, call.heard));
  }
  const { menu } = resumeMenu(running.reply.caller.number, call.heard);
  const recording = { ...menu, phase: 'leavingVoicemail', recording: true, saying: false } as const;
  await perform(desk, live, { menu: recording, say: null, record: false, keep: null, waitMs: stoppedWithinMs });
  await desk.telephony.stopRecording(voicemailTrackOf(said));
}

/** Replies whose call has ended without them: the caller left while nobody looked. */
export async function closeForgottenReplies(desk: Desk): Promise<void> {
  const unfinished = await desk.replies.unfinished();
  if (!unfinished.ok) return;
  for (const reply of unfinished.value) {
    if (desk.live.get(reply.callId) !== undefined) continue;
    const kept = await keptVoicemailOf(desk, reply);
    if (!kept.ok) return;
    await keepAnswer(desk, runningReply(reply, noSound), { ...leftWith(kept.value), at: desk.clock.now() });
  }
}

/** What a caller said that is in the catalogue, though the reply could not be given it. */
async function keptVoicemailOf({ recordings }: Desk, { callId, by, sentAt }: Reply): Stored<Reply['voicemail']> {
  const found = await recordings.ofCall(callId);
  if (!found.ok) return found;
  const isOfReply = ({ kind, people, startedAt }: Recording): boolean =>
    kind === 'voicemail' && startedAt >= sentAt && people.some(({ userId }) => userId === by.userId);
  const left = found.value.findLast(isOfReply);
  return ok(left === undefined ? null : { id: left.id, lengthMs: left.lengthMs });
}
