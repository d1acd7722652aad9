import { usualRules } from '../../shared/protocol/directory.ts';
import { keepInArchive } from './archive.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';
import { queueOf } from './queue-of.ts';
import { keptIdOf, messageIdOf, type RunningVoicemail } from './running-voicemail.ts';

/** Whoever said less said nothing. */
const shortestMs = 1000;

/** How long a message that cannot be kept is tried again, while this server runs; the next one tries it once more. */
const patienceMs = [2_000, 10_000, 60_000, 300_000, 900_000];

/**
 * Brings a message from the PBX to where it stays. True: it is on the disk and in the catalogue. False: nothing was said, or it
 * could not be kept yet; the PBX still has it then, and it is tried again. In the call's order.
 */
export async function keepMessage(desk: Desk, live: LiveCall, running: RunningVoicemail): Promise<boolean> {
  const { queue, caller } = live.stored.call;
  const rules = (await queueOf(desk, live))?.voicemail ?? usualRules.voicemail;
  const finished = {
    id: keptIdOf(live.id, running.turn),
    kind: 'voicemail',
    callId: live.id,
    queue,
    caller: { number: caller.number, name: caller.name, withheld: caller.withheld },
    people: [],
    startedAt: running.startedAt,
    marks: [],
    cut: false,
    keepDays: rules.keepDays,
    tracks: [messageIdOf(live.id, running.turn)],
  } as const;
  return keepPatiently(desk, finished, patienceMs);
}

export async function keepPatiently(
  desk: Desk,
  finished: Parameters<typeof keepInArchive>[1],
  [pauseMs, ...later]: readonly number[] = patienceMs,
): Promise<boolean> {
  const kept = await keepInArchive(desk, finished, shortestMs);
  if (kept.ok) return true;
  if (kept.error === 'nothingRecorded') return false;
  desk.log.error(
    { callId: finished.callId, error: kept.error, again: pauseMs !== undefined },
    'a voicemail could not be kept',
  );
  if (pauseMs === undefined) return false;
  desk.clock.after(pauseMs, () => {
    keepPatiently(desk, finished, later).catch((error: unknown) =>
      desk.log.error({ err: error }, 'keeping a voicemail failed'),
    );
  });
  return false;
}
