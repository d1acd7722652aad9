import type { Desk } from './desk.ts';
import { keepLastAnswer, leftWith } from './keep-reply.ts';
import type { LiveCall } from './live-call.ts';
import { takeVoicemail } from './reply-voicemail.ts';

/**
 * The call ends: whoever left without an answer is told as such, but what they had begun to say is kept. Finishing twice is
 * finishing once. In the call's order.
 */
export async function finishReply(desk: Desk, live: LiveCall): Promise<void> {
  const running = live.reply;
  live.reply = null;
  if (running === null || running.reply.answer !== null) return;
  const { reply, recording } = running;
  const at = desk.clock.now();
  const taken = recording === null ? null : await takeVoicemail(desk, reply, recording);
  const voicemail = taken?.ok === true ? taken.value : running.voicemail;
  await keepLastAnswer(desk, running, { ...leftWith(voicemail), at });
}
