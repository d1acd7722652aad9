import type { LegSnapshot } from '../ports/telephony-event.ts';
import { isRecorded } from '../../shared/call/steps.ts';
import type { Desk } from './desk.ts';
import { finishInBackground } from './finish-recording.ts';
import type { LiveCall } from './live-call.ts';
import { recordByRule } from './begin-recording.ts';
import { breakOff, muteOrBreakOff, watch } from './end-recorder.ts';
import { happen } from './happen.ts';
import { createRecorder, type Recorder, snoopLegsOf } from './recorder.ts';
import { readTrackName, type TrackFacts } from './track-name.ts';

/**
 * The PBX answers (again), and calls have been compared with what is there: what is still being recorded goes on, what was recorded
 * of calls that are over is kept, and where a call should be recorded and is not, its desk sees it. To be called before legs
 * that are nobody's are let go; resolves to the legs that are needed.
 */
export async function recoverRecordings(desk: Desk, legs: readonly LegSnapshot[]): Promise<ReadonlySet<string>> {
  const there = new Set(legs.map(({ legId }) => legId));
  const listens = (recordingId: string): boolean => snoopLegsOf(recordingId).every((legId) => there.has(legId));
  for (const live of desk.live.all()) await live.inOrder(() => endIfDeaf(desk, live, listens));
  const listed = await desk.telephony.listRecordings();
  if (!listed.ok) return legsInUse(desk);
  const known = new Set([...desk.recorders.values()].map(({ facts }) => facts.recordingId));
  const broken = new Set<string>();
  for (const facts of tracksOfCalls(listed.value)) {
    if (known.has(facts.recordingId)) continue;
    const recorder = createRecorder(desk, facts);
    const live = desk.live.get(facts.callId);
    const goesOn = listens(facts.recordingId) && live !== undefined && live.recorder === null;
    if (!goesOn || !isRecorded(live.stored.call)) await endNow(desk, recorder);
    // What was said in a pause is not recorded by rule either.
    else if (!(await live.inOrder(() => goOn(desk, live, recorder)))) broken.add(live.id);
  }
  const others = desk.live.all().filter(({ id }) => !broken.has(id));
  for (const live of others) await live.inOrder(() => setRight(desk, live));
  return legsInUse(desk);
}

/** One for each recording. */
function tracksOfCalls(names: readonly string[]): readonly TrackFacts[] {
  const found = new Map<string, TrackFacts>();
  for (const name of names) {
    const facts = readTrackName(name);
    if (facts?.kind === 'call') found.set(facts.recordingId, facts);
  }
  return [...found.values()];
}

const legsInUse = (desk: Desk): ReadonlySet<string> =>
  new Set(desk.live.all().flatMap(({ recorder }) => recorder?.legs ?? []));

/** What records a call of ours is gone, while the call is not. In the call's order. */
async function endIfDeaf(desk: Desk, live: LiveCall, listens: (recordingId: string) => boolean): Promise<void> {
  if (live.recorder !== null && !listens(live.recorder.facts.recordingId)) await breakOff(desk, live, 'pbxRefused');
}

/** False: it was paused, could not be kept silent, and is broken off. In the call's order. */
async function goOn(desk: Desk, live: LiveCall, recorder: Recorder): Promise<boolean> {
  live.recorder = recorder;
  watch(desk, live, recorder);
  // Killed between the two, the PBX did already what the call does not know of.
  if (live.stored.call.recording !== 'paused')
    await Promise.all(recorder.tracks.map((track) => desk.telephony.unmuteRecording(track)));
  else if (!(await muteOrBreakOff(desk, live, recorder))) return false;
  desk.log.info({ callId: live.id, recordingId: recorder.facts.recordingId }, 'a recording goes on');
  return true;
}

/** Its call is over, or does not know of it. */
async function endNow(desk: Desk, recorder: Recorder): Promise<void> {
  await Promise.all(recorder.tracks.map((track) => desk.telephony.stopRecording(track)));
  for (const track of recorder.tracks) recorder.trackEnded(track);
  finishInBackground(desk, recorder);
}

/** In the call's order. */
async function setRight(desk: Desk, live: LiveCall): Promise<void> {
  if (live.recorder === null && isRecorded(live.stored.call)) {
    desk.counters.count('recordingFailed');
    await happen(desk, live, { type: 'recordingFailed', why: 'pbxRefused' });
  }
  recordByRule(desk, live);
}
