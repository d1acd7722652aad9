import type { Desk } from './desk.ts';
import { breakOff } from './end-recorder.ts';

/** The ends of a call and of what records it are told one after the other. */
const endsTogetherMs = 2_000;

/** One of the two tracks of a recording is over: because we stopped it, because its call ends, or because something is wrong. */
export function trackEnded(desk: Desk, track: string): void {
  const recorder = desk.recorders.get(track);
  recorder?.trackEnded(track);
  const live = desk.live.get(recorder?.facts.callId ?? '');
  if (live === undefined || live.recorder !== recorder) return;
  desk.clock.after(endsTogetherMs, () => {
    live
      .inOrder(async () => (live.recorder === recorder ? breakOff(desk, live, 'pbxRefused') : undefined))
      .catch((error: unknown) => desk.log.error({ err: error, callId: live.id }, 'a broken recording was not ended'));
  });
}
