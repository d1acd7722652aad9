import { dismissMenu } from '../../shared/reply/take-input.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';
import { perform, recordingEnded } from './reply-menu.ts';
import { voicemailTrackOf } from './running-reply.ts';

/** A goodbye is one word; whoever has not heard it by then is let go without. */
const goodbyeWithinMs = 4_000;
const lookEveryMs = 50;

/**
 * The server goes down: callers in the menu are told goodbye, and what they had answered, or have said by now, is kept. Resolves
 * when they are gone.
 */
export async function dismissReplies(desk: Desk): Promise<void> {
  const menus = () => desk.live.all().filter((live) => live.reply !== null);
  await Promise.all(menus().map((live) => live.inOrder(() => dismiss(desk, live))));
  for (let waited = 0; menus().length > 0 && waited < goodbyeWithinMs; waited += lookEveryMs) {
    await new Promise<void>((resolve) => void desk.clock.after(lookEveryMs, resolve));
  }
}

/** Who was leaving a voicemail is thanked for it when it is kept, with a goodbye. In the call's order. */
async function dismiss(desk: Desk, live: LiveCall): Promise<void> {
  const recording = live.reply?.recording ?? null;
  if (recording !== null) {
    const track = voicemailTrackOf(recording);
    await desk.telephony.stopRecording(track);
    await recordingEnded(desk, live, track);
  }
  const menu = live.reply?.menu;
  if (menu !== undefined && menu.phase !== 'hearingGoodbye') await perform(desk, live, dismissMenu(menu));
}
