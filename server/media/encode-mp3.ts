import { closeSync, openSync, writeSync } from 'node:fs';
import { createMp3Encoder } from 'wasm-media-encoders';
import { ok, type Result } from '../../shared/result.ts';
import { infoFrame, infoFrameBytes } from './mp3-info-frame.ts';
import { closeWav, openWav, type OpenWav, readFrames, sampleRate, writeAll } from './wav-file.ts';

/** One second: what is in memory at any time. */
const framesAtOnce = 8000;
/** kbit/s of each channel: a tenth of the WAV, and a voice on the telephone loses nothing that is heard. */
const bitrates = { 1: 16, 2: 32 } as const;

/** Encodes a file with the channels it has; the constant bit rate lets a player jump to any place without reading on. */
export async function encodeMp3(from: string, to: string): Promise<Result<{ readonly bytes: number }, 'notASound'>> {
  const opened = openWav(from);
  if (!opened.ok) return opened;
  try {
    return ok({ bytes: await writeMp3(opened.value, to) });
  } finally {
    closeWav(opened.value);
  }
}

async function writeMp3(wav: OpenWav, to: string): Promise<number> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels: wav.channels, bitrate: bitrates[wav.channels] });
  const file = openSync(to, 'w');
  try {
    writeAll(file, infoFrame(wav.channels, { soundBytes: 0, samples: 0 }));
    let soundBytes = 0;
    const write = (mp3: Uint8Array): void => {
      writeAll(file, mp3);
      soundBytes += mp3.length;
    };
    const samples = new Int16Array(framesAtOnce * wav.channels);
    for (let at = 0; at < wav.frames; at += framesAtOnce) {
      const read = readFrames(wav, at, samples);
      write(encoder.encode(channelsOf(samples, read, wav.channels)));
    }
    write(encoder.finalize());
    // Only now is it known how much there is to tell.
    const info = infoFrame(wav.channels, { soundBytes, samples: wav.frames });
    writeSync(file, info, 0, info.length, 0);
    return infoFrameBytes + soundBytes;
  } finally {
    closeSync(file);
  }
}

const channelsOf = (samples: Int16Array, frames: number, channels: 1 | 2): readonly Float32Array[] =>
  Array.from({ length: channels }, (_, channel) => {
    const one = new Float32Array(frames);
    for (let frame = 0; frame < frames; frame += 1) one[frame] = (samples[frame * channels + channel] ?? 0) / 32_768;
    return one;
  });
