import type { Call } from '../../shared/call/call.ts';
import { usualRules } from '../../shared/protocol/directory.ts';
import { fail } from '../../shared/result.ts';
import { type FinishedRecording, keepInArchive } from './archive.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';
import { queueOf } from './queue-of.ts';
import { keptIdOf, messageIdOf, type RunningVoicemail } from './running-voicemail.ts';

/** Whoever said less said nothing. */
const shortestMs = 1000;

/** Until it is tried again; the last pause stands for all that follow. The server that is started next goes on with it. */
const pausesMs = [2_000, 10_000, 60_000, 300_000, 900_000] as const;

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
  return keepPatiently(desk, {
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
}

const callerOf = ({ caller: { number, name, withheld } }: Call): FinishedRecording['caller'] => ({
  number,
  name,
  withheld,
});

async function keepPatiently(desk: Desk, finished: FinishedRecording, tries = 0): Promise<boolean> {
  const possible = isStored(desk, finished.callId);
  const kept = possible ? await keepInArchive(desk, finished, shortestMs) : fail('databaseUnavailable');
  if (kept.ok) return true;
  if (kept.error === 'nothingRecorded') return false;
  desk.counters.count('recordingNotKept');
  desk.log.error({ callId: finished.callId, error: kept.error, tries }, 'a voicemail could not be kept');
  desk.clock.after(pausesMs[tries] ?? pausesMs[4], () => {
    keepPatiently(desk, finished, tries + 1).catch((error: unknown) =>
      desk.log.error({ err: error }, 'keeping a voicemail failed'),
    );
  });
  return false;
}

/** A message is kept beside its call, which is nowhere while nothing of it is stored. */
function isStored({ live }: Desk, callId: string): boolean {
  const goingOn = live.get(callId);
  return goingOn === undefined ? !live.isBehind(callId) : goingOn.stored.version > 0;
}
