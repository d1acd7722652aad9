import type { Answer } from '../../shared/reply/menu.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { resultOf } from '../../shared/reply/result.ts';
import type { Desk } from './desk.ts';
import type { RunningReply } from './running-reply.ts';

/** How long an answer waits for the database before the caller is asked to try again. */
const patienceMs = [50, 200, 1000];

/** What the caller answered, stored and with that told; false when it could not be. Null: they left without an answer. */
export async function keepAnswer(
  desk: Desk,
  running: RunningReply,
  answer: Answer | null,
  voicemail: Reply['voicemail'] = null,
): Promise<boolean> {
  const { reply } = running;
  const now = desk.clock.now();
  const answered: Reply = {
    ...reply,
    version: reply.version + 1,
    answer: answer?.kind ?? 'none',
    result: resultOf(answer, reply.caller),
    answeredAt: now,
    voicemail,
    // Only known when the last sentence was spoken, which was perhaps after the first was heard.
    messageMs: running.message.lengthMs() ?? reply.messageMs,
    fellBack: reply.fellBack || running.message.fellBack(),
  };
  for (const pauseMs of [...patienceMs, null]) {
    const kept = await desk.replies.keep(answered, now);
    if (kept.ok) {
      running.reply = answered;
      return true;
    }
    if (kept.error === 'conflict') return takeOver(desk, running, answer, voicemail);
    if (pauseMs === null) break;
    await new Promise<void>((resolve) => void desk.clock.after(pauseMs, resolve));
  }
  desk.counters.count('notStored');
  desk.log.error({ callId: reply.callId, replyId: reply.id }, 'the answer to a reply could not be stored');
  return false;
}

/** Somebody marked it handled while the caller was still in the menu: their change stays, ours comes on top. */
async function takeOver(
  desk: Desk,
  running: RunningReply,
  ...what: [Answer | null, Reply['voicemail']]
): Promise<boolean> {
  const found = await desk.replies.find(running.reply.id);
  if (!found.ok || found.value === null || found.value.version <= running.reply.version) return false;
  running.reply = found.value;
  return found.value.answer !== null || keepAnswer(desk, running, ...what);
}
