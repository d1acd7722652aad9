import type { ReplyStep } from '../../shared/call/call.ts';
import type { Menu, MenuInput, MenuStep } from '../../shared/reply/menu.ts';
import { patienceMs } from '../../shared/reply/menu-steps.ts';
import { takeInput } from '../../shared/reply/take-input.ts';
import type { Desk } from './desk.ts';
import { endCall } from './end-call.ts';
import { happen } from './happen.ts';
import { keepAnswer } from './keep-reply.ts';
import type { LiveCall } from './live-call.ts';
import { performMedia, sayOn } from './reply-media.ts';
import { takeVoicemail } from './reply-voicemail.ts';
import { type RunningReply, voicemailTrackOf } from './running-reply.ts';

/** What should have been said by then has been, though nobody reported it. */
const overdueMs = 10_000;

/** Something happened to a caller in the menu. In the call's order. */
export async function advance(desk: Desk, live: LiveCall, input: MenuInput): Promise<void> {
  if (live.reply !== null) await perform(desk, live, takeInput(live.reply.menu, input));
}

/** Does what a step says, and what follows from it at once. In the call's order. */
export async function perform(desk: Desk, live: LiveCall, first: MenuStep): Promise<void> {
  for (let step = first; ;) {
    const running = live.reply;
    if (running === null) return;
    const follows = await performOne(desk, live, running, step);
    if (follows === null) return;
    step = takeInput(running.menu, follows);
  }
}

async function performOne(
  desk: Desk,
  live: LiveCall,
  running: RunningReply,
  step: MenuStep,
): Promise<MenuInput | null> {
  running.menu = step.menu;
  live.stopTimer();
  if (step.menu.phase === 'over') {
    await endCall(desk, live, running.reply.voicemail === null ? 'replied' : 'voicemailLeft');
    return null;
  }
  // Told first, so that a recording is never from before the step it belongs to.
  const telling = tell(desk, live, step.menu);
  const [played] = await Promise.all([performMedia(desk, live, running, step), telling]);
  waitFor(desk, live, running, step.waitMs);
  if (step.keep !== null) return keep(desk, live, running);
  if (played) return null;
  return step.record ? { type: 'recorded', lengthMs: 0 } : { type: 'played' };
}

/** Stored first; the thanks, and the word that it was answered, come after. */
async function keep(desk: Desk, live: LiveCall, running: RunningReply): Promise<MenuInput> {
  const { menu } = running;
  if (menu.phase !== 'keeping') return { type: 'notKept' };
  const outcome = { answer: menu.answer, voicemail: running.voicemail, at: desk.clock.now() };
  if (!(await keepAnswer(desk, running, outcome))) return { type: 'notKept' };
  await happen(desk, live, { type: 'replyAnswered' });
  return { type: 'kept' };
}

/** Where the caller is, told when it is news. */
async function tell(desk: Desk, live: LiveCall, menu: Menu): Promise<void> {
  const { call } = live.stored;
  const step = stepOf(menu);
  if (call.state !== 'replying' || step === null) return;
  const { heard } = menu;
  const digits = digitsOf(menu);
  if (call.step === step && call.heard === heard && call.digits === digits) return;
  await happen(desk, live, { type: 'replyStepped', step, heard, digits });
}

/** While an answer is being stored the caller is where they were. */
function stepOf(menu: Menu): ReplyStep | null {
  if (menu.phase === 'keeping' || menu.phase === 'over') return null;
  return menu.phase === 'leavingVoicemail' && !menu.recording ? 'hearingGreeting' : menu.phase;
}

function digitsOf(menu: Menu): string {
  if (menu.phase === 'keyingNumber') return menu.digits;
  return menu.phase === 'confirmingNumber' ? menu.number : '';
}

/** A long message may take longer than anything else the menu says. */
function waitFor(desk: Desk, live: LiveCall, { playbackId, playsUntil }: RunningReply, waitMs: number): void {
  const sayingMs = playbackId === null ? 0 : playsUntil - desk.clock.now() + overdueMs;
  live.stopTimer();
  live.stopTimer = desk.clock.after(Math.max(waitMs, sayingMs), () => timeUp(desk, live));
}

/** The caller did nothing for as long as the menu waits. A recording that does not report its end has ended by now. */
function timeUp(desk: Desk, live: LiveCall): void {
  const task = live.inOrder(() => {
    const recording = live.reply?.recording ?? null;
    return recording === null || live.reply?.menu.saying === true
      ? advance(desk, live, { type: 'silent' })
      : recordingEnded(desk, live, voicemailTrackOf(recording));
  });
  task.catch((error: unknown) => desk.log.error({ err: error }, 'a reply menu failed'));
}

/** A playback has ended, by itself or because it could not be played. In the call's order. */
export async function playbackEnded(desk: Desk, live: LiveCall, playbackId: string): Promise<void> {
  const running = live.reply;
  if (running === null || running.playbackId !== playbackId) return;
  running.playbackId = null;
  await goOn(desk, live, running);
}

/** With the rest of the message, or when it has been said with the menu. In the call's order. */
async function goOn(desk: Desk, live: LiveCall, running: RunningReply): Promise<void> {
  const rest = await sayOn(desk, live, running);
  if (rest === 'said') return advance(desk, live, { type: 'played' });
  waitFor(desk, live, running, patienceMs.saying);
  if (rest === 'awaited') goOnWhenKnown(desk, live, running);
}

/** The next sentence is waited for outside of the call's order: keys work meanwhile, and whatever is said instead is news. */
function goOnWhenKnown(desk: Desk, live: LiveCall, running: RunningReply): void {
  const { message, toCome, playbacks } = running;
  const isAwaited = (): boolean =>
    live.reply === running && running.toCome === toCome && running.playbacks === playbacks;
  const task = message
    .known(toCome ?? 0)
    .then(() => live.inOrder(async () => (isAwaited() ? goOn(desk, live, running) : undefined)));
  task.catch((error: unknown) => desk.log.error({ err: error }, 'a reply menu failed'));
}

/** A recording has ended: what it holds is on our disk before the menu goes on. In the call's order. */
export async function recordingEnded(desk: Desk, live: LiveCall, recordingId: string): Promise<void> {
  const running = live.reply;
  if (running === null || running.recording === null) return;
  const { reply, recording } = running;
  if (voicemailTrackOf(recording) !== recordingId) return;
  running.recording = null;
  const taken = await takeVoicemail(desk, reply, recording);
  if (taken.ok) running.voicemail = taken.value;
  await advance(desk, live, inputOf(taken));
}

function inputOf(taken: Awaited<ReturnType<typeof takeVoicemail>>): MenuInput {
  if (taken.ok) return { type: 'recorded', lengthMs: taken.value.lengthMs };
  return taken.error === 'notYetKept' ? { type: 'notKept' } : { type: 'recorded', lengthMs: 0 };
}
