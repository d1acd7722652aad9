import type { Agent } from '../../shared/call/call.ts';
import type { Desk } from './desk.ts';
import { finishReply } from './finish-reply.ts';
import { handleReply } from './handle-reply.ts';
import type { LiveCall } from './live-call.ts';
import { silence } from './reply-media.ts';
import { giveUp } from './writing.ts';

/** A desk that takes the call does so by itself, within a moment; if not, the caller is told that nobody can. */
const takenWithinMs = 20_000;

/**
 * Somebody takes the call while the caller is in the menu: it is quiet there from now on. What the caller had answered
 * stays; what they had not is seen to by whoever talks to them. In the call's order.
 */
export async function interruptReply(desk: Desk, live: LiveCall, by: Agent): Promise<void> {
  const running = live.reply;
  live.stopTimer();
  live.stopTimer = desk.clock.after(takenWithinMs, () => giveUp(desk, live, 'timedOut'));
  if (running === null) return;
  await silence(desk, live, running);
  await finishReply(desk, live);
  if (running.reply.answer === 'none') await handleReply(desk, running.reply.id, by);
}
