import type { Reply } from '../../shared/reply/reply.ts';
import type { Desk } from './desk.ts';
import { recordingIdOf } from './running-reply.ts';

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
 * Brings what was recorded from the PBX to where it stays. Resolved, it is on the disk. Null: nothing was recorded, or it
 * could not be kept, which is logged; the PBX still has it then.
 */
export async function takeVoicemail(desk: Desk, reply: Reply): Promise<Reply['voicemail']> {
  const id = recordingIdOf(reply);
  const read = await desk.telephony.readRecording(id);
  const kept = read.ok && read.value !== null ? await desk.sounds.keep(id, read.value) : null;
  if (kept?.ok === true) {
    await desk.telephony.forgetRecording(id);
    return { id, lengthMs: kept.value.lengthMs };
  }
  if (!read.ok || kept !== null)
    desk.log.error({ callId: reply.callId, replyId: reply.id }, 'a voicemail could not be kept');
  return null;
}
