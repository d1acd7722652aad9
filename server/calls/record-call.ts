import { can } from '../../shared/call/commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { RecordingRule } from '../ports/stores.ts';
import type { Done } from '../ports/telephony.ts';
import type { Desk } from './desk.ts';
import { finishInBackground } from './finish-recording.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { playNotice } from './recording-notice.ts';
import { rulesOf } from './recording-rule.ts';
import { createRecorder, forgetRecorder, type Recorder, snoopLegsOf } from './recorder.ts';

export type RecordFailure =
  | 'notAllowedNow'
  | 'recordingOff'
  | 'recordingAlways'
  | 'recordingFailed'
  | 'databaseUnavailable';
type Recorded = Promise<Result<void, RecordFailure>>;

/** How often somebody looks whether what is being recorded could be kept. */
const watchMs = 15_000;

/** Begins to record a call on somebody's word. In the call's order. */
export async function startRecording(desk: Desk, live: LiveCall): Recorded {
  const { call } = live.stored;
  if (!can(call, 'startRecording') || live.recorder !== null) return fail('notAllowedNow');
  const rules = await rulesOf(desk, call.queue);
  if (!rules.ok) return rules;
  return rules.value.recording.when === 'never' ? fail('recordingOff') : begin(desk, live, rules.value.recording);
}

/** A call of a queue whose calls are always recorded is recorded from its answer on. Not to be called in the call's order. */
export function recordByRule(desk: Desk, live: LiveCall): void {
  live
    .inOrder(async () => {
      const { call } = live.stored;
      if (call.answeredAt === null || !can(call, 'startRecording') || live.recorder !== null) return;
      const rules = await rulesOf(desk, call.queue);
      if (!rules.ok) await sayFailed(desk, live, 'pbxRefused', rules.error);
      else if (rules.value.recording.when === 'always') await begin(desk, live, rules.value.recording);
    })
    .catch((error: unknown) => desk.log.error({ err: error, callId: live.id }, 'recording a call by rule failed'));
}

/** Two legs that listen to the caller's, recorded from the same moment on; then whoever is to know of it is told. */
async function begin(desk: Desk, live: LiveCall, rule: RecordingRule): Recorded {
  const recordingId = desk.ids.next();
  const [room, ...listening] = await Promise.all([
    desk.recordingStore.check(),
    ...snoopLegsOf(recordingId).map((legId, index) => listen(desk, live, legId, index === 0 ? 'in' : 'out')),
  ]);
  const failed = listening.find((one) => !one.ok);
  if (!room.ok || failed?.ok === false) {
    await Promise.all(snoopLegsOf(recordingId).map((legId) => desk.telephony.hangUp(legId)));
    // Who has just left is not recorded, and nobody needs to be told why.
    if (room.ok && failed?.ok === false && failed.error === 'legGone') return fail('notAllowedNow');
    const why = room.ok ? 'pbxRefused' : 'storageFull';
    return sayFailed(desk, live, why, room.ok ? failed?.error : room.error);
  }
  const recorder = createRecorder(desk, { kind: 'call', callId: live.id, recordingId, startedAt: desk.clock.now() });
  const [left, right] = await Promise.all(
    recorder.tracks.map((track, index) => desk.telephony.record({ legId: recorder.legs[index] ?? '' }, track, {})),
  );
  const told = left?.ok === true && right?.ok === true ? await playNotice(desk, live, rule.notice) : null;
  if (told === null || !told.ok) return giveUp(desk, live, recorder);
  live.recorder = recorder;
  watch(desk, live, recorder);
  const notice = told.value === null ? {} : { notice: told.value };
  const { legal } = await happen(desk, live, { type: 'recordingStarted', ...notice });
  if (legal) desk.counters.count('recordingStarted');
  return ok();
}

async function listen(desk: Desk, live: LiveCall, legId: string, spy: 'in' | 'out'): Promise<Done> {
  const made = await desk.telephony.snoop(live.callerLegId, legId, spy);
  return made.ok ? desk.telephony.tag(legId, { callId: live.id, role: 'snoop' }) : made;
}

/** The PBX did not take it, or the caller could not be told: then nothing of it is kept. */
async function giveUp(desk: Desk, live: LiveCall, recorder: Recorder): Recorded {
  await Promise.all(recorder.tracks.map((track) => desk.telephony.stopRecording(track)));
  await Promise.all(recorder.legs.map((legId) => desk.telephony.hangUp(legId)));
  await Promise.all(recorder.tracks.map((track) => desk.telephony.forgetRecording(track)));
  forgetRecorder(desk, recorder);
  return sayFailed(desk, live, 'pbxRefused', 'not begun');
}

async function sayFailed(
  desk: Desk,
  live: LiveCall,
  why: 'storageFull' | 'pbxRefused',
  error: string | undefined,
): Recorded {
  desk.counters.count('recordingFailed');
  desk.log.error({ callId: live.id, why, error }, 'a call is not recorded');
  if (live.stored.call.recording !== 'failed') await happen(desk, live, { type: 'recordingFailed', why });
  return fail('recordingFailed');
}

/** Silence is written instead of what is said, so that times stay true. In the call's order. */
export async function pauseRecording(desk: Desk, live: LiveCall): Recorded {
  const { recorder } = live;
  if (!can(live.stored.call, 'pauseRecording') || recorder === null) return fail('notAllowedNow');
  const muted = await Promise.all(recorder.tracks.map((track) => desk.telephony.muteRecording(track)));
  if (muted.every((one) => one.ok)) {
    await happen(desk, live, { type: 'recordingPaused' });
    return ok();
  }
  // Never half: a number that is heard on one side is heard.
  await Promise.all(recorder.tracks.map((track) => desk.telephony.unmuteRecording(track)));
  return fail('recordingFailed');
}

/** In the call's order. */
export async function resumeRecording(desk: Desk, live: LiveCall): Recorded {
  const { recorder } = live;
  if (!can(live.stored.call, 'resumeRecording') || recorder === null) return fail('notAllowedNow');
  const heard = await Promise.all(recorder.tracks.map((track) => desk.telephony.unmuteRecording(track)));
  if (!heard.every((one) => one.ok)) return fail('recordingFailed');
  await happen(desk, live, { type: 'recordingResumed' });
  return ok();
}

/** In the call's order. */
export async function stopRecording(desk: Desk, live: LiveCall): Recorded {
  const { recorder } = live;
  const { call } = live.stored;
  if (!can(call, 'stopRecording') || recorder === null) return fail('notAllowedNow');
  const rules = await rulesOf(desk, call.queue);
  if (!rules.ok) return rules;
  if (rules.value.recording.when === 'always') return fail('recordingAlways');
  await endRecorder(desk, live);
  await happen(desk, live, { type: 'recordingStopped' });
  if (recorder !== null) finishInBackground(desk, recorder);
  return ok();
}

/** The call ends, and with its caller's leg whatever listens to it. In the call's order. */
export function finishRecorder(desk: Desk, live: LiveCall): void {
  const { recorder } = live;
  live.recorder = null;
  if (recorder !== null) finishInBackground(desk, recorder);
}

/** It ended by itself, or could not be kept: the call goes on, and everybody sees that it is not recorded. In the call's order. */
export async function breakOff(desk: Desk, live: LiveCall, why: 'storageFull' | 'pbxRefused'): Promise<void> {
  const { recorder } = live;
  if (recorder === null) return;
  recorder.cut = true;
  await endRecorder(desk, live);
  await sayFailed(desk, live, why, 'broke off');
  finishInBackground(desk, recorder);
}

async function endRecorder(desk: Desk, live: LiveCall): Promise<void> {
  const { recorder } = live;
  live.recorder = null;
  if (recorder === null) return;
  recorder.stopWatching();
  await Promise.all(recorder.tracks.map((track) => desk.telephony.stopRecording(track)));
}

/** What could not be kept is not recorded on as if it could. */
export function watch(desk: Desk, live: LiveCall, recorder: Recorder): void {
  recorder.stopWatching = desk.clock.after(watchMs, () => {
    look(desk, live, recorder).catch((error: unknown) =>
      desk.log.error({ err: error, callId: live.id }, 'looking after a recording failed'),
    );
  });
}

async function look(desk: Desk, live: LiveCall, recorder: Recorder): Promise<void> {
  const room = await desk.recordingStore.check();
  await live.inOrder(async () => {
    if (live.recorder !== recorder) return;
    if (room.ok) watch(desk, live, recorder);
    else await breakOff(desk, live, 'storageFull');
  });
}
