import { closeSync, openSync } from 'node:fs';
import type { Peaks } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { PeakMeter, peaksOf, tickFor } from './peak-meter.ts';
import { bytesOf, closeWav, lengthMsOf, openWav, type OpenWav, readFrames, wavHeader, writeAll } from './wav-file.ts';

/** Four seconds: what is in memory of a track at any time. */
const framesAtOnce = 32_000;

/** What was written, and how it looks. */
export type WrittenSound = { readonly lengthMs: number; readonly peaks: Peaks };

/** Mono files side by side in one file, each a channel; the shorter are silent at their end, null throughout. */
export function joinTracks(tracks: readonly (string | null)[], to: string): Result<WrittenSound, 'notASound'> {
  const open: (OpenWav | null)[] = [];
  try {
    for (const track of tracks) {
      const wav = track === null ? null : openWav(track);
      if (wav !== null && !wav.ok) return wav;
      open.push(wav?.value ?? null);
    }
    if (open.some((wav) => wav !== null && wav.channels !== 1)) return fail('notASound');
    return ok(writeJoined(open, to));
  } finally {
    for (const wav of open) if (wav !== null) closeWav(wav);
  }
}

function writeJoined(tracks: readonly (OpenWav | null)[], to: string): WrittenSound {
  const frames = Math.max(0, ...tracks.map((track) => track?.frames ?? 0));
  const tickMs = tickFor(frames);
  const meters = tracks.map(() => new PeakMeter(tickMs));
  const file = openSync(to, 'w');
  try {
    writeAll(file, wavHeader(tracks.length, frames));
    const mono = new Int16Array(framesAtOnce);
    const joined = new Int16Array(framesAtOnce * tracks.length);
    for (let from = 0; from < frames; from += framesAtOnce) {
      const count = Math.min(framesAtOnce, frames - from);
      for (const [channel, track] of tracks.entries()) {
        const read = track === null ? 0 : readFrames(track, from, mono);
        mono.fill(0, read, count);
        place(mono.subarray(0, count), joined, channel, tracks.length, meters[channel]);
      }
      writeAll(file, bytesOf(joined.subarray(0, count * tracks.length)));
    }
  } finally {
    closeSync(file);
  }
  return { lengthMs: lengthMsOf(frames), peaks: peaksOf(tickMs, meters) };
}

function place(
  mono: Int16Array,
  into: Int16Array,
  channel: number,
  channels: number,
  meter: PeakMeter | undefined,
): void {
  let at = channel;
  for (const sample of mono) {
    into[at] = sample;
    meter?.add(sample);
    at += channels;
  }
}
