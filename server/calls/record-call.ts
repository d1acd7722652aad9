import { can } from '../../shared/call/commands.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { beginRecording } from './begin-recording.ts';
import type { Desk } from './desk.ts';
import { endRecorder, muteOrBreakOff } from './end-recorder.ts';
import { finishInBackground } from './finish-recording.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';
import { rulesOf } from './recording-rule.ts';

export type RecordFailure =
  | 'notAllowedNow'
  | 'recordingOff'
  | 'recordingAlways'
  | 'recordingFailed'
  | 'databaseUnavailable';
type Recorded = Promise<Result<void, RecordFailure>>;

/** Begins to record a call on somebody's word. In the call's order, as all of these are. */
export async function startRecording(desk: Desk, live: LiveCall): Recorded {
  const { call } = live.stored;
  if (!can(call, 'startRecording') || live.recorder !== null) return fail('notAllowedNow');
  const rules = await rulesOf(desk, call.queue);
  if (!rules.ok) return rules;
  const { recording } = rules.value;
  return recording.when === 'never' ? fail('recordingOff') : beginRecording(desk, live, recording);
}

/** Silence is written instead of what is said, so that times stay true. */
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

export async function resumeRecording(desk: Desk, live: LiveCall): Recorded {
  const { recorder } = live;
  if (!can(live.stored.call, 'resumeRecording') || recorder === null) return fail('notAllowedNow');
  const heard = await Promise.all(recorder.tracks.map((track) => desk.telephony.unmuteRecording(track)));
  if (heard.every((one) => one.ok)) {
    await happen(desk, live, { type: 'recordingResumed' });
    return ok();
  }
  // Never half, here as well: everybody sees that it is paused.
  await muteOrBreakOff(desk, live, recorder);
  return fail('recordingFailed');
}

/** What was recorded goes into the archive, which nobody waits for here. */
export async function stopRecording(desk: Desk, live: LiveCall): Recorded {
  const { recorder } = live;
  const { call } = live.stored;
  if (!can(call, 'stopRecording') || recorder === null) return fail('notAllowedNow');
  const rules = await rulesOf(desk, call.queue);
  if (!rules.ok) return rules;
  if (rules.value.recording.when === 'always') return fail('recordingAlways');
  await endRecorder(desk, live);
  await happen(desk, live, { type: 'recordingStopped' });
  finishInBackground(desk, recorder);
  return ok();
}
