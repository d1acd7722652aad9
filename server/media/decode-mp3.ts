import { MPEGDecoder } from 'mpg123-decoder';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DecodedSound } from './decoded-sound.ts';
import { firstMp3Frame, mp3FrameAt } from './mp3-frame.ts';

/** Decoded at once: at the lowest bit rate 16 s of sound. */
const bytesAtOnce = 16_384;
/** A file that is damaged here and there is played; one that is nothing but damage is none. */
const mostErrors = 50;

export const looksLikeMp3 = (bytes: Uint8Array): boolean => firstMp3Frame(bytes) !== undefined;

/** Decodes no more than `mostMs` of an MP3 file. */
export async function decodeMp3(
  bytes: Uint8Array,
  mostMs: number,
): Promise<Result<DecodedSound, 'notASound' | 'soundTooLong'>> {
  const first = firstMp3Frame(bytes);
  const frame = first === undefined ? undefined : mp3FrameAt(bytes, first);
  if (first === undefined || frame === undefined) return fail('notASound');
  const mostSamples = Math.ceil((mostMs * frame.sampleRate) / 1000);
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const parts: Float32Array[] = [];
  let [length, errors] = [0, 0];
  for (let at = first; at < bytes.length; at += bytesAtOnce) {
    const decoded = decoder.decode(bytes.subarray(at, at + bytesAtOnce));
    // One whose rate changes midway would be played at two speeds.
    if (decoded.samplesDecoded > 0 && decoded.sampleRate !== frame.sampleRate) return fail('notASound');
    errors += decoded.errors.length;
    length += decoded.samplesDecoded;
    if (errors > mostErrors) return fail('notASound');
    if (length > mostSamples) return fail('soundTooLong');
    parts.push(mono(decoded.channelData, decoded.samplesDecoded));
  }
  decoder.free();
  return length === 0 ? fail('notASound') : ok({ sampleRate: frame.sampleRate, samples: inOne(parts, length) });
}

function mono([left, right]: readonly Float32Array[], samples: number): Float32Array {
  return Float32Array.from({ length: samples }, (_, i) => {
    const one = left?.[i] ?? 0;
    return (one + (right?.[i] ?? one)) / 2;
  });
}

function inOne(parts: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
