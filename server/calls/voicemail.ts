import type { Media } from '../ports/telephony.ts';
import type { GreetingKind } from '../ports/greetings.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { keepMessage } from './keep-message.ts';
import type { LiveCall } from './live-call.ts';
import { queueOf } from './queue-of.ts';
import { messageIdOf, type RunningVoicemail } from './running-voicemail.ts';

/** The longest message a caller may leave. */
const longestSeconds = 180;
/** Who is silent for so long has finished. */
const silenceSeconds = 5;
/** What should have ended by then has, though nobody reported it. */
const overdueMs = { greeting: 150_000, recording: (longestSeconds + 30) * 1000, goodbye: 20_000 } as const;
/** A recording that was stopped is reported within moments; if not, what is there is taken. */
const stoppedWithinMs = 3_000;

/** The caller, who is answered already, hears the greeting, and then the tone. In the call's order. */
export async function beginVoicemail(desk: Desk, live: LiveCall, greeting: GreetingKind): Promise<void> {
  // The story lacks what is not stored yet, or cannot be read at all.
  const turn = Math.max(await turnsOf(desk, live), live.lastTurn + 1);
  live.lastTurn = turn;
  await greet(desk, live, { greeting, turn, phase: 'greeting', playbackId: null, startedAt: 0, kept: false });
}

async function greet(desk: Desk, live: LiveCall, running: RunningVoicemail): Promise<void> {
  live.voicemail = running;
  const queue = await queueOf(desk, live.stored.call);
  const media = await desk.greetings.of(queue, running.greeting);
  if (!(await play(desk, live, running, media))) await record(desk, live, running);
}

/** How often somebody was to leave a message in this call, this time included. */
async function turnsOf(desk: Desk, { id }: LiveCall): Promise<number> {
  const story = await desk.calls.eventsOf(id);
  return story.ok ? story.value.filter(({ type }) => type === 'voicemailStarted').length : 0;
}

async function play(desk: Desk, live: LiveCall, running: RunningVoicemail, media: readonly Media[]): Promise<boolean> {
  const playbackId = `${messageIdOf(live.id, running.turn)}-${running.phase}`;
  running.playbackId = playbackId;
  watch(desk, live, overdueMs[running.phase]);
  const playing = await desk.telephony.play({ legId: live.callerLegId }, playbackId, media);
  if (!playing.ok) running.playbackId = null;
  return playing.ok;
}

function watch(desk: Desk, live: LiveCall, ms: number): void {
  live.stopTimer();
  live.stopTimer = desk.clock.after(ms, () => {
    const task = live.inOrder(() => goOn(desk, live));
    task.catch((error: unknown) => desk.log.error({ err: error }, 'a voicemail failed'));
  });
}

/** What was going on has ended. In the call's order. */
async function goOn(desk: Desk, live: LiveCall): Promise<void> {
  const running = live.voicemail;
  if (running === null) return;
  switch (running.phase) {
    case 'greeting':
      return record(desk, live, running);
    case 'recording':
      return messageOver(desk, live, running);
    case 'goodbye':
      return endVoicemail(desk, live);
    default:
      return running.phase satisfies never;
  }
}

async function record(desk: Desk, live: LiveCall, running: RunningVoicemail): Promise<void> {
  running.phase = 'recording';
  running.playbackId = null;
  running.startedAt = desk.clock.now();
  watch(desk, live, overdueMs.recording);
  const started = await desk.telephony.record({ legId: live.callerLegId }, messageIdOf(live.id, running.turn), {
    maxSeconds: longestSeconds,
    maxSilenceSeconds: silenceSeconds,
    beep: true,
    endOnDigit: '#',
  });
  // A caller who has just left is told by the end of their leg.
  if (!started.ok && started.error !== 'legGone') await sayGoodbye(desk, live, running);
}

/** The message is on the disk and in the catalogue before the caller is thanked for it; one that is none is not. */
async function messageOver(desk: Desk, live: LiveCall, running: RunningVoicemail): Promise<void> {
  live.stopTimer();
  running.kept = await keepMessage(desk, live, running);
  await sayGoodbye(desk, live, running);
}

async function sayGoodbye(desk: Desk, live: LiveCall, running: RunningVoicemail): Promise<void> {
  running.phase = 'goodbye';
  const { thanksForYourMessage, weAreClosed, nobodyCanTakeYourCall } = desk.prompts;
  const farewell = running.greeting === 'closed' ? weAreClosed : nobodyCanTakeYourCall;
  const path = running.kept ? thanksForYourMessage : farewell;
  if (!(await play(desk, live, running, [{ kind: 'file', path }]))) await endVoicemail(desk, live);
}

/** A playback has ended, by itself or because it could not be played. In the call's order. */
export async function voicemailPlayed(desk: Desk, live: LiveCall, playbackId: string): Promise<void> {
  if (live.voicemail?.playbackId !== playbackId) return;
  live.voicemail.playbackId = null;
  await goOn(desk, live);
}

/** In the call's order. */
export async function messageRecorded(desk: Desk, live: LiveCall): Promise<void> {
  if (live.voicemail?.phase === 'recording') await goOn(desk, live);
}

/** Who knows the greeting goes on to the tone. In the call's order. */
export async function skipGreeting(desk: Desk, live: LiveCall): Promise<void> {
  const running = live.voicemail;
  if (running?.phase !== 'greeting' || running.playbackId === null) return;
  await hush(desk, running);
  await record(desk, live, running);
}

async function hush(desk: Desk, running: RunningVoicemail): Promise<void> {
  const { playbackId } = running;
  running.playbackId = null;
  if (playbackId !== null) await desk.telephony.stopPlayback(playbackId);
}

/** The caller has left, or is let go: what they had begun to say is kept first. In the call's order. */
export async function endVoicemail(desk: Desk, live: LiveCall): Promise<void> {
  const kept = await takeWhatWasSaid(desk, live);
  const { answeredAt } = live.stored.call;
  await endCall(desk, live, kept ? 'voicemailLeft' : answeredAt === null ? 'missed' : 'callerHungUp');
}

/** It is quiet from now on, and what was said is kept; whether anything was. In the call's order. */
export async function takeWhatWasSaid(desk: Desk, live: LiveCall): Promise<boolean> {
  const running = live.voicemail;
  live.voicemail = null;
  live.stopTimer();
  if (running === null) return false;
  await hush(desk, running);
  if (running.phase !== 'recording') return running.kept;
  await desk.telephony.stopRecording(messageIdOf(live.id, running.turn));
  return keepMessage(desk, live, running);
}

/**
 * Goes on with a caller who was to leave a message while the PBX, or this server, was away. A message that is still being
 * recorded is stopped and taken, one that ended meanwhile is taken; who had not begun hears the greeting again. In the call's order.
 */
export async function resumeVoicemail(desk: Desk, live: LiveCall): Promise<void> {
  const running = live.voicemail;
  if (running === null) return endCall(desk, live, 'missed');
  if (running.phase === 'goodbye') return endVoicemail(desk, live);
  running.phase = 'recording';
  running.playbackId = null;
  watch(desk, live, stoppedWithinMs);
  const stopped = await desk.telephony.stopRecording(messageIdOf(live.id, running.turn));
  if (stopped.ok) return;
  running.kept = await keepMessage(desk, live, running);
  if (running.kept) return sayGoodbye(desk, live, running);
  await greet(desk, live, { ...running, phase: 'greeting' });
}

/** What is known of a message that this server does not look after yet: it was begun before a restart. In the call's order. */
export async function reviveVoicemail(desk: Desk, live: LiveCall): Promise<void> {
  if (live.voicemail !== null) return;
  const story = await desk.calls.eventsOf(live.id);
  const events = story.ok ? story.value : [];
  const started = events.filter(({ type }) => type === 'voicemailStarted');
  const closed = events.some((event) => event.type === 'wentUnanswered' && event.why === 'closed');
  live.voicemail = {
    greeting: closed ? 'closed' : 'unanswered',
    turn: started.length || 1,
    phase: 'recording',
    playbackId: null,
    startedAt: started.at(-1)?.at ?? live.stored.call.arrivedAt,
    kept: false,
  };
}
