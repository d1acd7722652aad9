import type { RecordingFailure } from '../../shared/call/call-event.ts';
import type { RecordingStore } from '../ports/recording-store.ts';
import type { Desk } from './desk.ts';
import { finishInBackground } from './finish-recording.ts';
import type { LiveCall } from './live-call.ts';
import { sayNotRecorded } from './not-recorded.ts';
import type { Recorder } from './recorder.ts';

/** How often somebody looks whether what is being recorded could be kept. */
const watchMs = 15_000;

/** Nothing more is recorded. In the call's order. */
export async function endRecorder(desk: Desk, live: LiveCall): Promise<void> {
  const { recorder } = live;
  live.recorder = null;
  if (recorder === null) return;
  recorder.stopWatching();
  await Promise.all(recorder.tracks.map((track) => desk.telephony.stopRecording(track)));
}

/** The call ends, and with its caller's leg whatever listens to it. In the call's order. */
export function finishRecorder(desk: Desk, live: LiveCall): void {
  const { recorder } = live;
  live.recorder = null;
  if (recorder !== null) finishInBackground(desk, recorder);
}

/** It ended by itself, or could not be kept: the call goes on, and everybody sees that it is not recorded. In the call's order. */
export async function breakOff(desk: Desk, live: LiveCall, why: RecordingFailure): Promise<void> {
  const { recorder } = live;
  if (recorder === null) return;
  recorder.cut = true;
  await endRecorder(desk, live);
  await sayNotRecorded(desk, live, why, 'broke off');
  finishInBackground(desk, recorder);
}

/** In a pause neither side is heard: where the PBX does not take that, nothing is recorded any more. False then. In the call's order. */
export async function muteOrBreakOff(desk: Desk, live: LiveCall, recorder: Recorder): Promise<boolean> {
  const muted = await Promise.all(recorder.tracks.map((track) => desk.telephony.muteRecording(track)));
  if (muted.every(({ ok }) => ok)) return true;
  await breakOff(desk, live, 'pbxRefused');
  return false;
}

/** What could not be kept is not recorded on as if it could. */
export function watch(desk: Desk, live: LiveCall, recorder: Recorder): void {
  recorder.stopWatching = desk.clock.after(watchMs, () =>
    goOnIfKept(desk, live, recorder, desk.recordingStore.check()),
  );
}

/** Goes on or breaks off, as the place of recordings says: that is waited for outside the call's order, so that it holds up nothing. */
export function goOnIfKept(
  desk: Desk,
  live: LiveCall,
  recorder: Recorder,
  room: ReturnType<RecordingStore['check']>,
): void {
  room
    .then((said) =>
      live.inOrder(async () => {
        if (live.recorder !== recorder) return;
        if (said.ok) watch(desk, live, recorder);
        else await breakOff(desk, live, said.error);
      }),
    )
    .catch((error: unknown) => desk.log.error({ err: error, callId: live.id }, 'looking after a recording failed'));
}
