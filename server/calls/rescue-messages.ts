import type { CallEvent } from '../../shared/call/call-event.ts';
import type { StoredCall } from '../ports/stores.ts';
import { attachVoicemail } from './attach-voicemail.ts';
import type { Desk } from './desk.ts';
import { keepMessage } from './keep-message.ts';
import { deletions } from './remove-remains.ts';
import { replyAt } from './reply-at.ts';
import { takeVoicemail } from './reply-voicemail.ts';
import { keptIdOf, readMessageId } from './running-voicemail.ts';
import { readTrackName, type TrackFacts } from './track-name.ts';

/** Until it is looked again, when the PBX or the database did not say. */
const againMs = 60_000;

/**
 * After a start: what callers said, to a line or in the reply menu, and could not be kept by then is brought from the PBX, which has
 * it until it is told to forget it, whatever became of their calls since.
 */
export async function rescueMessages(desk: Desk): Promise<void> {
  const listed = await desk.telephony.listRecordings();
  if (!listed.ok) return later(desk, () => rescueMessages(desk));
  for (const name of listed.value) await rescue(desk, name);
}

/** What a caller said, as the PBX has it. */
type Left = {
  readonly callId: string;
  /** Its id in the catalogue. */
  readonly keptId: string;
  readonly keep: (desk: Desk, stored: StoredCall, story: readonly CallEvent[]) => Promise<void>;
};

/** Null: it is something else, or of others, who may record at the same PBX. */
function leftUnder(name: string): Left | null {
  const message = readMessageId(name);
  if (message !== null) {
    const { callId, turn } = message;
    return {
      callId,
      keptId: keptIdOf(callId, turn),
      keep: (desk, stored, story) => keepOfLine(desk, stored, story, turn),
    };
  }
  const track = readTrackName(name);
  if (track?.kind !== 'voicemail') return null;
  return { callId: track.callId, keptId: track.recordingId, keep: (desk) => keepOfReply(desk, track) };
}

async function rescue(desk: Desk, name: string): Promise<void> {
  const left = leftUnder(name);
  if (left === null) return;
  const { callId, keptId } = left;
  const [found, story, deeds] = await Promise.all([
    desk.calls.find(callId),
    desk.calls.eventsOf(callId),
    desk.audit.list({ subject: keptId, limit: 10 }),
  ]);
  if (!found.ok || !story.ok || !deeds.ok) return later(desk, () => rescue(desk, name));
  if (found.value === null) return;
  // While it goes on, the call looks after it.
  if (found.value.call.state !== 'ended') return later(desk, () => rescue(desk, name));
  // It was kept, and has been deleted since: the PBX was out of reach when it was to forget it.
  if (deeds.value.some(({ action }) => deletions.includes(action))) await desk.telephony.forgetRecording(name);
  else await left.keep(desk, found.value, story.value);
}

async function keepOfLine(desk: Desk, stored: StoredCall, story: readonly CallEvent[], turn: number): Promise<void> {
  const begun = story.filter(({ type }) => type === 'voicemailStarted')[turn - 1];
  if (begun !== undefined) await keepMessage(desk, { id: stored.call.id, stored }, { turn, startedAt: begun.at });
}

async function keepOfReply(desk: Desk, facts: TrackFacts): Promise<void> {
  const { callId, startedAt } = facts;
  const reply = await replyAt(desk, callId, startedAt);
  if (!reply.ok) return later(desk, () => keepOfReply(desk, facts));
  if (reply.value === null) {
    desk.log.error({ callId }, 'a voicemail is at the PBX, and the reply it belongs to is not known');
    return;
  }
  const taken = await takeVoicemail(desk, reply.value, facts);
  if (taken.ok) await attachVoicemail(desk, reply.value, taken.value);
}

function later(desk: Desk, task: () => Promise<void>): void {
  desk.clock.after(againMs, () => {
    task().catch((error: unknown) => desk.log.error({ err: error }, 'looking for messages failed'));
  });
}
