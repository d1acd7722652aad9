import { fail, type Result } from '../../shared/result.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { within } from '../../shared/within.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { type ArchiveFailure, keepInArchive } from './archive.ts';
import type { Desk } from './desk.ts';
import { forgetRecorder, type Recorder, tracksOf } from './recorder.ts';
import { storyOf } from './recording-marks.ts';
import { rulesOf } from './recording-rule.ts';
import type { TrackFacts } from './track-name.ts';

/** The PBX reports the end of a recording within moments; if not, what is there is taken. */
const overWithinMs = 3_000;
/** How long it waits before it tries again to keep what it could not, at first and at most. */
const retryMs = { first: 15_000, most: 600_000 };

/** Nobody waits for a recording on its way into the archive: whoever cares hears of it in the stream. */
export function finishInBackground(desk: Desk, recorder: Recorder): void {
  recorder.stopWatching();
  begin(desk, recorder, retryMs.first);
}

function begin(desk: Desk, recorder: Recorder, waitMs: number): void {
  finish(desk, recorder, waitMs).catch((error: unknown) =>
    desk.log.error({ err: error, recordingId: recorder.facts.recordingId }, 'finishing a recording failed'),
  );
}

/** What cannot be kept now stays at the PBX, and is tried again: now and then, and when the server starts. */
async function finish(desk: Desk, recorder: Recorder, waitMs: number): Promise<void> {
  const { recordingId, callId } = recorder.facts;
  await within(desk.clock, overWithinMs, recorder.over, undefined);
  await Promise.all(recorder.legs.map((legId) => desk.telephony.hangUp(legId)));
  const kept = await archiveCall(desk, recorder.facts, recorder.cut);
  if (kept.ok || kept.error === 'nothingRecorded' || kept.error === 'noSuchCall') {
    forgetRecorder(desk, recorder);
    if (kept.ok) desk.log.info({ callId, recordingId, lengthMs: kept.value.lengthMs }, 'a recording was kept');
    else desk.log.warn({ callId, recordingId, error: kept.error }, 'of a recording there is nothing to keep');
    return;
  }
  desk.counters.count('recordingNotKept');
  desk.log.error({ callId, recordingId, error: kept.error }, 'a recording could not be kept and stays at the PBX');
  desk.clock.after(waitMs, () => begin(desk, recorder, Math.min(waitMs * 2, retryMs.most)));
}

/** Keeps what was recorded of a call, with what its story says of it. */
export async function archiveCall(
  desk: Desk,
  facts: TrackFacts,
  cut: boolean,
): Promise<Result<Recording, ArchiveFailure | StoreFailure | 'noSuchCall'>> {
  // What happened to it is not all stored yet; the marks follow from that.
  if (desk.live.isBehind(facts.callId)) return fail('databaseUnavailable');
  const [found, story] = await Promise.all([desk.calls.find(facts.callId), desk.calls.eventsOf(facts.callId)]);
  if (!found.ok) return found;
  if (!story.ok) return story;
  if (found.value === null) return fail('noSuchCall');
  const { queue, caller } = found.value.call;
  const rules = await rulesOf(desk, queue);
  if (!rules.ok) return rules;
  return keepInArchive(desk, {
    id: facts.recordingId,
    kind: 'call',
    callId: facts.callId,
    queue,
    caller: { number: caller.number, name: caller.name, withheld: caller.withheld },
    startedAt: facts.startedAt,
    cut,
    keepDays: rules.value.recording.keepDays,
    tracks: tracksOf(facts),
    ...storyOf(story.value, facts.startedAt),
  });
}
