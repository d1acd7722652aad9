import type { Desk } from './desk.ts';
import { keepMessage } from './keep-message.ts';

/** What is looked back at: a message that could not be kept is at the PBX for as long as its disk is. */
const lookedBackMs = 24 * 3_600_000;
const mostLookedBack = 200;

/** After a start: messages of calls that ended before what was said could be kept are brought from the PBX, if it still has them. */
export async function rescueMessages(desk: Desk): Promise<void> {
  const since = desk.clock.now() - lookedBackMs;
  const recent = await desk.calls.recent({ limit: mostLookedBack });
  for (const call of recent.ok ? recent.value : []) {
    if (call.state !== 'ended' || call.reason === 'voicemailLeft' || call.arrivedAt < since) continue;
    const story = await desk.calls.eventsOf(call.id);
    const begun = story.ok ? story.value.filter(({ type }) => type === 'voicemailStarted') : [];
    for (const [index, { at }] of begun.entries()) {
      await keepMessage(desk, { id: call.id, stored: { call, version: 0 } }, { turn: index + 1, startedAt: at });
    }
  }
}
