import type { Desk } from './desk.ts';
import { keepMessage } from './keep-message.ts';
import { deletions } from './remove-remains.ts';
import { keptIdOf, readMessageId } from './running-voicemail.ts';

/** Until it is looked again, when the PBX or the database did not say. */
const againMs = 60_000;

/**
 * After a start: messages that were left and could not be kept by then are brought from the PBX, which has them until it is told
 * to forget them, whatever became of their calls since.
 */
export async function rescueMessages(desk: Desk): Promise<void> {
  const listed = await desk.telephony.listRecordings();
  if (!listed.ok) return later(desk, () => rescueMessages(desk));
  for (const name of listed.value) await rescue(desk, name);
}

async function rescue(desk: Desk, name: string): Promise<void> {
  const message = readMessageId(name);
  if (message === null) return;
  const { callId, turn } = message;
  const [found, story, deeds] = await Promise.all([
    desk.calls.find(callId),
    desk.calls.eventsOf(callId),
    desk.audit.list({ subject: keptIdOf(callId, turn), limit: 10 }),
  ]);
  if (!found.ok || !story.ok || !deeds.ok) return later(desk, () => rescue(desk, name));
  const begun = story.value.filter(({ type }) => type === 'voicemailStarted')[turn - 1];
  // Of no call of ours: others may record at the same PBX.
  if (found.value === null || begun === undefined) return;
  // While it goes on, the call looks after it.
  if (found.value.call.state !== 'ended') return later(desk, () => rescue(desk, name));
  // It was kept, and has been deleted since: the PBX was out of reach when it was to forget it.
  if (deeds.value.some(({ action }) => deletions.includes(action))) await desk.telephony.forgetRecording(name);
  else await keepMessage(desk, { id: callId, stored: found.value }, { turn, startedAt: begun.at });
}

function later(desk: Desk, task: () => Promise<void>): void {
  desk.clock.after(againMs, () => {
    task().catch((error: unknown) => desk.log.error({ err: error }, 'looking for messages failed'));
  });
}
