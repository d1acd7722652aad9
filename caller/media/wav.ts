import { fail, ok, type Result } from '../../shared/result.ts';
import { samples, type AudioSource } from './audio-source.ts';
import { decodeG711, sampleRate } from './g711.ts';

/** `notWav`: no RIFF/WAVE file. `unsupportedWav`: neither 16-bit PCM nor G.711. */
export type WavFailure = 'notWav' | 'unsupportedWav';
type WavFormat = { readonly code: number; readonly channels: number; readonly rate: number; readonly bits: number };

/** A WAV file to play: 16-bit PCM, µ-law or A-law, any rate; the first channel is taken. Throws on anything else: a fixture must be right. */
export function wav(bytes: Uint8Array): AudioSource {
  const read = readWav(bytes);
  if (!read.ok) throw new Error(`not a WAV file that can be played: ${read.error}`);
  return samples(read.value);
}

/** The first channel's samples at 8 kHz, 16 bit. */
export function readWav(bytes: Uint8Array): Result<Int16Array, WavFailure> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return fail('notWav');
  let format: WavFormat | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const [name, length] = [file.toString('latin1', at, at + 4), file.readUInt32LE(at + 4)];
    const chunk = file.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ' && chunk.length >= 16) format = formatOf(chunk);
    if (name === 'data') return decode(chunk, format);
    at += 8 + length + (length % 2);
  }
  return fail('notWav');
}

/** A 16-bit mono WAV file of 8 kHz. */
export function writeWav(pcm: Int16Array): Buffer {
  const data = Buffer.alloc(44 + pcm.length * 2);
  data.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1');
  data.writeUInt32LE(36 + pcm.length * 2, 4);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(sampleRate, 24);
  data.writeUInt32LE(sampleRate * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36, 'latin1');
  data.writeUInt32LE(pcm.length * 2, 40);
  for (const [i, sample] of pcm.entries()) data.writeInt16LE(sample, 44 + i * 2);
  return data;
}

function formatOf(chunk: Buffer): WavFormat {
  const extensible = chunk.readUInt16LE(0) === 0xfffe && chunk.length >= 26;
  return {
    code: chunk.readUInt16LE(extensible ? 24 : 0),
    channels: Math.max(1, chunk.readUInt16LE(2)),
    rate: chunk.readUInt32LE(4),
    bits: chunk.readUInt16LE(14),
  };
}

function decode(data: Buffer, format: WavFormat | undefined): Result<Int16Array, WavFailure> {
  if (!format || format.rate === 0) return fail('unsupportedWav');
  const law = format.code === 7 ? 'pcmu' : 'pcma';
  if (format.code === 1 && format.bits === 16) {
    const count = Math.floor(data.length / (2 * format.channels));
    const first = Int16Array.from({ length: count }, (_, i) => data.readInt16LE(i * 2 * format.channels));
    return ok(toTelephoneRate(first, format.rate));
  }
  if ((format.code === 6 || format.code === 7) && format.bits === 8) {
    const count = Math.floor(data.length / format.channels);
    const first = Uint8Array.from({ length: count }, (_, i) => data[i * format.channels] ?? 0);
    return ok(toTelephoneRate(decodeG711(law, first), format.rate));
  }
  return fail('unsupportedWav');
}

/** Each output sample is the mean of the stretch it stands for: good enough for test signals, no filter for music. */
function toTelephoneRate(input: Int16Array, rate: number): Int16Array {
  if (rate === sampleRate) return input;
  const step = rate / sampleRate;
  return Int16Array.from({ length: Math.floor(input.length / step) }, (_, i) => {
    const [from, to] = [Math.floor(i * step), Math.max(Math.floor(i * step) + 1, Math.floor((i + 1) * step))];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += input[at] ?? 0;
    return Math.round(sum / (to - from));
  });
}
