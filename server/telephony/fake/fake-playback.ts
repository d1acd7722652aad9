import type { MediaSubject } from '../../ports/telephony.ts';
import { type FakePbx, type PlaybackRecord, report, sameSubject } from './fake-pbx.ts';

/** Plays on one subject wait for each other; a missing file ends the playback as not played. */
export function queuePlayback(pbx: FakePbx, playback: PlaybackRecord): void {
  pbx.playbacks.set(playback.playbackId, playback);
  startNext(pbx, playback.on);
}

function startNext(pbx: FakePbx, on: MediaSubject): void {
  const [first] = playbacksOn(pbx, on);
  if (first === undefined || first.state === 'playing') return;
  first.state = 'playing';
  report(pbx, { type: 'playbackStarted', playbackId: first.playbackId });
  if (isMissing(pbx, first)) return endPlayback(pbx, first.playbackId, false);
  if ('legId' in first.on) pbx.legs.get(first.on.legId)?.played.push(...first.media);
  const lengths = first.media.map((media) => pbx.options.playMs?.(media) ?? null);
  const total = lengths.reduce<number>((sum, ms) => sum + (ms ?? Number.POSITIVE_INFINITY), 0);
  if (Number.isFinite(total)) first.stopTimer = pbx.clock.after(total, () => endPlayback(pbx, first.playbackId, true));
}

const isMissing = (pbx: FakePbx, { media }: PlaybackRecord): boolean =>
  media.some((item) => item.kind === 'file' && !(pbx.options.fileExists?.(item.path) ?? true));

export function endPlayback(pbx: FakePbx, playbackId: string, played: boolean): void {
  const playback = pbx.playbacks.get(playbackId);
  if (playback === undefined) return;
  playback.stopTimer();
  pbx.playbacks.delete(playbackId);
  report(pbx, { type: 'playbackEnded', playbackId, played });
  startNext(pbx, playback.on);
}

function playbacksOn(pbx: FakePbx, on: MediaSubject): readonly PlaybackRecord[] {
  return [...pbx.playbacks.values()].filter((playback) => sameSubject(playback.on, on));
}

/** The subject is gone: nothing on it was played to its end, and nothing that waited begins. */
export function endPlaybacksOn(pbx: FakePbx, on: MediaSubject): void {
  for (const { playbackId, stopTimer } of playbacksOn(pbx, on)) {
    stopTimer();
    pbx.playbacks.delete(playbackId);
    report(pbx, { type: 'playbackEnded', playbackId, played: false });
  }
}
