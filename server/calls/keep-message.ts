import type { Call } from '../../shared/call/call.ts';
import { usualRules } from '../../shared/protocol/directory.ts';
import type { FinishedRecording } from './archive.ts';
import type { Desk } from './desk.ts';
import { keepVoicemail } from './keep-voicemail.ts';
import type { LiveCall } from './live-call.ts';
import { queueOf } from './queue-of.ts';
import { keptIdOf, messageIdOf, type RunningVoicemail } from './running-voicemail.ts';

/**
 * Brings a message from the PBX to where it stays. True: it is on the disk and in the catalogue. False: nothing was said, or it
 * could not be kept yet; the PBX still has it then, and it is tried again.
 */
export async function keepMessage(
  desk: Desk,
  { id, stored: { call } }: Pick<LiveCall, 'id' | 'stored'>,
  { turn, startedAt }: Pick<RunningVoicemail, 'turn' | 'startedAt'>,
): Promise<boolean> {
  const rules = (await queueOf(desk, call))?.voicemail ?? usualRules.voicemail;
  const kept = await keepVoicemail(desk, {
    id: keptIdOf(id, turn),
    kind: 'voicemail',
    callId: id,
    queue: call.queue,
    caller: callerOf(call),
    people: [],
    startedAt,
    marks: [],
    cut: false,
    keepDays: rules.keepDays,
    tracks: [messageIdOf(id, turn)],
  });
  return kept.ok;
}

const callerOf = ({ caller: { number, name, withheld } }: Call): FinishedRecording['caller'] => ({
  number,
  name,
  withheld,
});
