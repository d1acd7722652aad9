import { closeSync, openSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/result.ts';
import { bytesOf, closeWav, openWav, readFrames, wavHeader, writeAll } from './wav-file.ts';

const framesAtOnce = 32_000;

/** One channel of a file as a mono file. */
export function takeChannel(from: string, channel: 0 | 1, to: string): Result<void, 'notASound'> {
  const opened = openWav(from);
  if (!opened.ok) return opened;
  const wav = opened.value;
  try {
    if (channel >= wav.channels) return fail('notASound');
    const file = openSync(to, 'w');
    try {
      writeAll(file, wavHeader(1, wav.frames));
      const both = new Int16Array(framesAtOnce * wav.channels);
      for (let at = 0; at < wav.frames; at += framesAtOnce) {
        const read = readFrames(wav, at, both);
        const mono = Int16Array.from({ length: read }, (_, frame) => both[frame * wav.channels + channel] ?? 0);
        writeAll(file, bytesOf(mono));
      }
    } finally {
      closeSync(file);
    }
    return ok();
  } finally {
    closeWav(wav);
  }
}
