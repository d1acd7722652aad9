import { frameMs } from '../caller/media/key-queue.ts';
import type { SipCaller } from '../caller/sip-caller.ts';
import { sinceEpoch } from './clock.ts';

/** As a hand presses that is used to it. */
export const keyMs = 100;
/** The end of a key is sent three times, 20 ms apart; the press resolves with the last. */
const endMs = 2 * frameMs;

/** Presses a key as RFC 4733; tells when its first packet went out, and when the first that says it was released (ms since the epoch). */
export async function pressAt(
  caller: SipCaller,
  key: string,
): Promise<{ readonly pressed: number; readonly released: number }> {
  const pressed = await caller.press(key, { durationMs: keyMs, gapMs: keyMs });
  if (!pressed.ok) throw new Error(`key ${key} could not be pressed: ${pressed.error}`);
  const released = sinceEpoch(performance.now()) - endMs;
  // The last packet of the key, which says so, stands for its last 20 ms.
  return { pressed: released - (keyMs - frameMs), released };
}
