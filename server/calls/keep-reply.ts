import type { Answer } from '../../shared/reply/menu.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { resultOf } from '../../shared/reply/result.ts';
import type { Desk } from './desk.ts';
import { retryPauseMs } from './retry-pause.ts';
import type { RunningReply } from './running-reply.ts';

/** How long an answer waits for the database before the caller is asked to try again. */
const patienceMs = [50, 200, 1000];

/** What came of a reply. */
type Outcome = {
  /** Null: they left without an answer. */
  readonly answer: Answer | null;
  readonly voicemail: Reply['voicemail'];
  /** When they answered, or left (ms since the epoch). */
  readonly at: number;
};

/** What the caller answered, stored and with that told; false when it could not be. */
export async function keepAnswer(desk: Desk, running: RunningReply, outcome: Outcome): Promise<boolean> {
  const { reply } = running;
  const { answer, voicemail, at } = outcome;
  const answered: Reply = {
    ...reply,
    version: reply.version + 1,
    answer: answer?.kind ?? 'none',
    result: resultOf(answer, reply.caller),
    answeredAt: at,
    voicemail,
    // Only known when the last sentence was spoken, which was perhaps after the first was heard.
    messageMs: running.message.lengthMs() ?? reply.messageMs,
    fellBack: reply.fellBack || running.message.fellBack(),
  };
  for (const pauseMs of [...patienceMs, null]) {
    const kept = await desk.replies.keep(answered, desk.clock.now());
    if (kept.ok) {
      running.reply = answered;
      return true;
    }
    if (kept.error === 'conflict') return takeOver(desk, running, outcome);
    if (pauseMs === null) break;
    await new Promise<void>((resolve) => void desk.clock.after(pauseMs, resolve));
  }
  desk.counters.count('notStored');
  desk.log.error({ callId: reply.callId, replyId: reply.id }, 'the answer to a reply could not be stored');
  return false;
}

/** What came of a reply whose caller has left in the menu: nothing, but for what they said. */
export const leftWith = (voicemail: Reply['voicemail']): Omit<Outcome, 'at'> => ({
  answer: voicemail === null ? null : { kind: 'voicemail' },
  voicemail,
});

/** Keeps what came of a reply whose caller has left: what cannot be stored now is tried again, while this server runs. */
export async function keepLastAnswer(desk: Desk, running: RunningReply, outcome: Outcome, tries = 0): Promise<void> {
  if (await keepAnswer(desk, running, outcome)) return;
  desk.clock.after(retryPauseMs(tries), () => {
    keepLastAnswer(desk, running, outcome, tries + 1).catch((error: unknown) =>
      desk.log.error({ err: error }, 'keeping an answer failed'),
    );
  });
}

/** Somebody marked it handled while the caller was still in the menu: their change stays, ours comes on top. */
async function takeOver(desk: Desk, running: RunningReply, outcome: Outcome): Promise<boolean> {
  const found = await desk.replies.find(running.reply.id);
  if (!found.ok || found.value === null || found.value.version <= running.reply.version) return false;
  running.reply = found.value;
  return found.value.answer !== null || keepAnswer(desk, running, outcome);
}
