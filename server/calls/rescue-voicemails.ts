import { attachVoicemail } from './attach-voicemail.ts';
import type { Desk } from './desk.ts';
import { voicemailPatienceMs } from './keep-voicemail.ts';
import { replyAt } from './reply-at.ts';
import { takeVoicemail } from './reply-voicemail.ts';
import { readTrackName, type TrackFacts } from './track-name.ts';

/**
 * After a start: what callers said in the reply menu and could not be kept is brought from the PBX, which may answer later, and
 * their replies have it.
 */
export async function rescueVoicemails(desk: Desk, [pauseMs, ...later] = voicemailPatienceMs): Promise<void> {
  const listed = await desk.telephony.listRecordings();
  if (!listed.ok) {
    if (pauseMs !== undefined) desk.clock.after(pauseMs, () => rescueLater(desk, later));
    return;
  }
  for (const name of listed.value) {
    const facts = readTrackName(name);
    if (facts?.kind === 'voicemail' && (await isOver(desk, facts))) await rescue(desk, facts);
  }
}

function rescueLater(desk: Desk, patienceMs: readonly number[]): void {
  rescueVoicemails(desk, patienceMs).catch((error: unknown) =>
    desk.log.error({ err: error }, 'looking for voicemails failed'),
  );
}

/** Nobody is saying it any more. A call that is not over and not taken up yet looks after its own. */
async function isOver(desk: Desk, { callId, recordingId }: TrackFacts): Promise<boolean> {
  const live = desk.live.get(callId);
  if (live !== undefined) return live.reply?.recording?.recordingId !== recordingId;
  const found = await desk.calls.find(callId);
  return found.ok && found.value?.call.state === 'ended';
}

async function rescue(desk: Desk, facts: TrackFacts): Promise<void> {
  const { callId, startedAt } = facts;
  const reply = await replyAt(desk, callId, startedAt);
  if (!reply.ok || reply.value === null) {
    desk.log.error({ callId }, 'a voicemail is at the PBX, and the reply it belongs to is not known');
    return;
  }
  const taken = await takeVoicemail(desk, reply.value, facts);
  if (taken.ok) await attachVoicemail(desk, reply.value, taken.value);
}
