import { fail, ok, type Result } from '../../shared/result.ts';
import type { Pcm } from '../ports/speech.ts';
import { pcmBytes, pcmSamples } from './pcm-bytes.ts';

const headerBytes = 44;

/** A WAV file of 16-bit mono PCM: what Asterisk plays. */
export function writeWav({ sampleRate, samples }: Pcm): Buffer {
  const data = pcmBytes(samples);
  return Buffer.concat([header(sampleRate, data.length), data]);
}

/** The sound of files that `writeWav` wrote, all of one rate, one after the other in one file. */
export function joinWavs(files: readonly Uint8Array[], sampleRate: number): Buffer {
  const sounds = files.map((file) => file.subarray(headerBytes));
  const bytes = sounds.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([header(sampleRate, bytes), ...sounds]);
}

function header(sampleRate: number, dataBytes: number): Buffer {
  const file = Buffer.alloc(headerBytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(dataBytes, 40);
  return file;
}

/** How long a file of so many bytes sounds that `writeWav` wrote, at 8 kHz. */
export const wavLengthMs = (bytes: number): number => Math.max(0, Math.round((bytes - headerBytes) / 16));

/** `notWav`: no RIFF/WAVE file with sound in it. `unsupportedWav`: something else than 16-bit mono PCM. */
export type WavFailure = 'notWav' | 'unsupportedWav';

/** Reads what `writeWav` writes, chunks of other kinds in between included. A data length beyond the end of the file is cut. */
export function readWav(bytes: Uint8Array): Result<Pcm, WavFailure> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return fail('notWav');
  let sampleRate: number | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4);
    const chunk = file.subarray(at + 8, at + 8 + length);
    const name = file.toString('latin1', at, at + 4);
    if (name === 'fmt ' && isMonoPcm(chunk)) sampleRate = chunk.readUInt32LE(4);
    if (name === 'data')
      return sampleRate === undefined ? fail('unsupportedWav') : ok({ sampleRate, samples: pcmSamples(chunk) });
    at += 8 + length + (length % 2);
  }
  return fail('notWav');
}

function isMonoPcm(format: Buffer): boolean {
  if (format.length < 16) return false;
  return format.readUInt16LE(0) === 1 && format.readUInt16LE(2) === 1 && format.readUInt16LE(14) === 16;
}
