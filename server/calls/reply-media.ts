import type { MenuStep, Prompt } from '../../shared/reply/menu.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';
import type { Playable } from './message-sound.ts';
import { type RunningReply, voicemailTrackOf } from './running-reply.ts';
import { startVoicemail } from './reply-voicemail.ts';

/**
 * What the caller hears after a step. False when something was to be said or recorded and could not be: it counts as over
 * and done, so that nobody waits for its end.
 */
export async function performMedia(
  desk: Desk,
  live: LiveCall,
  running: RunningReply,
  step: MenuStep,
): Promise<boolean> {
  if (step.menu.phase !== 'leavingVoicemail') await stopRecording(desk, running);
  if (step.say !== null) await hush(desk, running);
  if (step.record) return record(desk, live, running);
  if (step.say !== null && step.say.length > 0) return say(desk, live, running, step.say);
  if (running.playbackId === null && running.recording === null) await beSilent(desk, live, running);
  return true;
}

/** Nothing is played to the caller any more, and nothing recorded; what was is there to be taken. */
export async function silence(desk: Desk, live: LiveCall, running: RunningReply): Promise<void> {
  await stopRecording(desk, running);
  await hush(desk, running);
  await endSilence(desk, live, running);
}

async function hush(desk: Desk, running: RunningReply): Promise<void> {
  const { playbackId } = running;
  running.playbackId = null;
  running.toCome = null;
  if (playbackId !== null) await desk.telephony.stopPlayback(playbackId);
}

/** It stays what the caller is saying until it has been taken. */
async function stopRecording(desk: Desk, { recording }: RunningReply): Promise<void> {
  if (recording !== null) await desk.telephony.stopRecording(voicemailTrackOf(recording));
}

async function record(desk: Desk, live: LiveCall, running: RunningReply): Promise<boolean> {
  await endSilence(desk, live, running);
  running.recording = {
    kind: 'voicemail',
    callId: live.id,
    recordingId: desk.ids.next(),
    startedAt: desk.clock.now(),
  };
  if (await startVoicemail(desk, live.callerLegId, running.recording)) return true;
  running.recording = null;
  return false;
}

async function say(desk: Desk, live: LiveCall, running: RunningReply, prompts: readonly Prompt[]): Promise<boolean> {
  const playable = await Promise.all(prompts.map((prompt) => playableOf(desk, running, prompt)));
  const media = playable.flatMap((one) => one.media);
  // The message stands alone, or at the end.
  running.toCome = playable.at(-1)?.next ?? null;
  if (media.length === 0) return false;
  return play(desk, live, running, { media, lengthMs: playable.reduce((sum, { lengthMs }) => sum + lengthMs, 0) });
}

/**
 * Goes on with a message of which a part has been heard. `said`: there is no more of it, or it could not be played.
 * `awaited`: the next sentence is still being made, and the caller hears silence meanwhile.
 */
export async function sayOn(desk: Desk, live: LiveCall, running: RunningReply): Promise<'saying' | 'said' | 'awaited'> {
  if (running.toCome === null) return 'said';
  const { next, ...playable } = running.message.from(running.toCome);
  if (playable.media.length === 0 && next !== null) {
    await beSilent(desk, live, running);
    return 'awaited';
  }
  running.toCome = next;
  return playable.media.length > 0 && (await play(desk, live, running, playable)) ? 'saying' : 'said';
}

async function play(
  desk: Desk,
  live: LiveCall,
  running: RunningReply,
  { media, lengthMs }: Omit<Playable, 'next'>,
): Promise<boolean> {
  await endSilence(desk, live, running);
  running.playbacks += 1;
  const playbackId = `reply-${running.reply.id}-${running.playbacks}`;
  running.playbackId = playbackId;
  running.playsUntil = desk.clock.now() + lengthMs;
  const playing = await desk.telephony.play({ legId: live.callerLegId }, playbackId, media);
  if (!playing.ok) running.playbackId = null;
  return playing.ok;
}

/** Nothing for a sentence that cannot be spoken: the caller rather misses one than waits. How long a prompt is nobody asks. */
async function playableOf(desk: Desk, { reply, message }: RunningReply, prompt: Prompt): Promise<Playable> {
  if (prompt.key === 'message') return message.from(0);
  const { language, voice } = reply;
  const said = await desk.replySpeech.prompt(prompt, { language, voice });
  if (said.ok) return { media: [{ kind: 'file', path: said.value }], lengthMs: 0, next: null };
  desk.log.error({ callId: reply.callId, prompt: prompt.key, error: said.error }, 'a prompt could not be spoken');
  return { media: [], lengthMs: 0, next: null };
}

/** An answered leg with nothing playing sends no RTP at all. */
async function beSilent(desk: Desk, live: LiveCall, running: RunningReply): Promise<void> {
  if (running.silent) return;
  running.silent = true;
  await desk.telephony.startSilence(live.callerLegId);
}

async function endSilence(desk: Desk, live: LiveCall, running: RunningReply): Promise<void> {
  if (!running.silent) return;
  running.silent = false;
  await desk.telephony.stopSilence(live.callerLegId);
}
