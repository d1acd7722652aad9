import { can } from '../../shared/call/commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { within } from '../../shared/within.ts';
import type { RecordingStore } from '../ports/recording-store.ts';
import type { RecordingRule } from '../ports/stores.ts';
import type { Done } from '../ports/telephony.ts';
import type { Desk } from './desk.ts';
import { goOnIfKept } from './end-recorder.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { sayNotRecorded } from './not-recorded.ts';
import { createRecorder, forgetRecorder, type Recorder, snoopLegsOf } from './recorder.ts';
import { playNotice } from './recording-notice.ts';
import { rulesOf } from './recording-rule.ts';

type Begun = Promise<Result<void, 'notAllowedNow' | 'recordingFailed'>>;
type Room = ReturnType<RecordingStore['check']>;

/** How long a call, and whoever wants to hold or end it, waits for a place that does not say whether it takes anything. */
const roomWithinMs = 1_000;

/** A call of a queue whose calls are always recorded is recorded from its answer on. Takes its turn in the call's order. */
export function recordByRule(desk: Desk, live: LiveCall): void {
  live
    .inOrder(async () => {
      const { call } = live.stored;
      if (call.answeredAt === null || !can(call, 'startRecording') || live.recorder !== null) return;
      const rules = await rulesOf(desk, call.queue);
      if (!rules.ok) await sayNotRecorded(desk, live, 'pbxRefused', rules.error);
      else if (rules.value.recording.when === 'always') await beginRecording(desk, live, rules.value.recording);
    })
    .catch((error: unknown) => desk.log.error({ err: error, callId: live.id }, 'recording a call by rule failed'));
}

/** Two legs that listen to the caller's, recorded from the same moment on; then whoever is to know of it is told. */
export async function beginRecording(desk: Desk, live: LiveCall, rule: RecordingRule): Begun {
  const recordingId = desk.ids.next();
  const room = desk.recordingStore.check();
  const listening = await listenIn(desk, live, recordingId, room);
  if (!listening.ok) return listening;
  const recorder = createRecorder(desk, { kind: 'call', callId: live.id, recordingId, startedAt: desk.clock.now() });
  const recording = await Promise.all(
    recorder.tracks.map((track, index) => desk.telephony.record({ legId: recorder.legs[index] ?? '' }, track, {})),
  );
  const told = recording.every(({ ok: taken }) => taken) ? await playNotice(desk, live, rule.notice) : null;
  if (told?.ok !== true) return giveUp(desk, live, recorder);
  live.recorder = recorder;
  goOnIfKept(desk, live, recorder, room);
  desk.counters.count('recordingStarted');
  await happen(desk, live, { type: 'recordingStarted', ...(told.value !== null && { notice: told.value }) });
  return ok();
}

/** Nothing is begun that is known not to be kept. */
async function listenIn(desk: Desk, live: LiveCall, recordingId: string, room: Room): Begun {
  const [inLeg, outLeg] = snoopLegsOf(recordingId);
  const [known, ...made] = await Promise.all([
    within(desk.clock, roomWithinMs, room, null),
    snoop(desk, live, inLeg, 'in'),
    snoop(desk, live, outLeg, 'out'),
  ]);
  const refused = made.flatMap((one) => (one.ok ? [] : [one.error]));
  const lacks = known?.ok === false ? known.error : null;
  if (lacks === null && refused.length === 0) return ok();
  await Promise.all([inLeg, outLeg].map((legId) => desk.telephony.hangUp(legId)));
  if (lacks !== null) return sayNotRecorded(desk, live, lacks, 'the store takes nothing');
  // Who has just left is not recorded, and nobody needs to be told why.
  return refused.includes('legGone')
    ? fail('notAllowedNow')
    : sayNotRecorded(desk, live, 'pbxRefused', refused.join(' '));
}

async function snoop(desk: Desk, live: LiveCall, legId: string, spy: 'in' | 'out'): Promise<Done> {
  const made = await desk.telephony.snoop(live.callerLegId, legId, spy);
  return made.ok ? desk.telephony.tag(legId, { callId: live.id, role: 'snoop' }) : made;
}

/** The PBX did not take it, or the caller could not be told: then nothing of it is kept. */
async function giveUp(desk: Desk, live: LiveCall, recorder: Recorder): Begun {
  const { telephony } = desk;
  await Promise.all(recorder.tracks.map((track) => telephony.stopRecording(track)));
  await Promise.all(recorder.legs.map((legId) => telephony.hangUp(legId)));
  await Promise.all(recorder.tracks.map((track) => telephony.forgetRecording(track)));
  forgetRecorder(desk, recorder);
  return sayNotRecorded(desk, live, 'pbxRefused', 'not begun, or the caller could not be told');
}
