import type { Reply } from '../../shared/reply/reply.ts';
import { usualRules } from '../../shared/protocol/directory.ts';
import { shortestVoicemailMs } from '../../shared/reply/take-input.ts';
import { keepInArchive } from './archive.ts';
import type { Desk } from './desk.ts';
import { rulesOf } from './recording-rule.ts';
import { recordingIdOf, type RunningReply } from './running-reply.ts';

/** The longest message a caller may leave. */
const longestSeconds = 180;
/** Who is silent for so long has finished. */
const silenceSeconds = 5;

/** Begins to record the caller, with a tone before; false when the PBX does not. */
export async function startVoicemail(desk: Desk, legId: string, reply: Reply): Promise<boolean> {
  const recordingId = recordingIdOf(reply);
  // Of an attempt before, which was too short to be kept.
  await desk.telephony.forgetRecording(recordingId);
  const started = await desk.telephony.record({ legId }, recordingId, {
    maxSeconds: longestSeconds,
    maxSilenceSeconds: silenceSeconds,
    beep: true,
    endOnDigit: '#',
  });
  return started.ok;
}

/**
 * Brings what was recorded into the archive, under the id of the reply. Resolved, it is on the disk. Null: nothing was recorded, or
 * it could not be kept, which is logged; the PBX still has it then.
 */
export async function takeVoicemail(
  desk: Desk,
  { reply, recordingSince }: Pick<RunningReply, 'reply' | 'recordingSince'>,
): Promise<Reply['voicemail']> {
  const { id, callId, queue, caller } = reply;
  const rules = await rulesOf(desk, queue);
  const { keepDays } = (rules.ok ? rules.value : usualRules).voicemail;
  const finished = {
    id,
    kind: 'voicemail',
    callId,
    queue,
    caller,
    people: [],
    marks: [],
    cut: false,
    keepDays,
    startedAt: recordingSince,
    tracks: [recordingIdOf(reply)],
  } as const;
  const kept = await keepInArchive(desk, finished, shortestVoicemailMs);
  if (kept.ok) return { id, lengthMs: kept.value.lengthMs };
  if (kept.error !== 'nothingRecorded')
    desk.log.error({ callId, replyId: id, error: kept.error }, 'a voicemail could not be kept');
  return null;
}
