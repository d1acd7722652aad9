import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';
import { takeWhatWasSaid } from './voicemail.ts';
import { giveUp } from './writing.ts';

/** A desk that takes the call does so by itself, within a moment; if not, the caller may go on to leave a message. */
const takenWithinMs = 20_000;

/** Somebody takes the call while the caller leaves a message: what they have said by now is kept. In the call's order. */
export async function interruptVoicemail(desk: Desk, live: LiveCall): Promise<void> {
  await takeWhatWasSaid(desk, live);
  live.stopTimer = desk.clock.after(takenWithinMs, () => giveUp(desk, live, 'timedOut'));
}
