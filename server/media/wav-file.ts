import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/result.ts';

/** All sound that is kept: 8 kHz, 16 bit. */
export const sampleRate = 8000;
const bytesASample = 2;
const headerBytes = 44;
/** The sound begins within so many bytes, in every file that the phone system or we write. */
const mostBytesBefore = 4096;

/** A file that is open for reading, and what is known of it. */
export type OpenWav = {
  readonly fd: number;
  readonly channels: 1 | 2;
  /** Samples of each channel. */
  readonly frames: number;
  readonly soundAt: number;
};

/**
 * Opens a file as the phone system or we write it. A writer that was killed leaves sizes of 0, or an empty file: what counts is
 * how long the file is. Close it with `closeWav`.
 */
export function openWav(path: string): Result<OpenWav, 'notASound'> {
  const fd = openSync(path, 'r');
  const wav = readHead(fd);
  if (!wav.ok) closeSync(fd);
  return wav;
}

export const closeWav = ({ fd }: Pick<OpenWav, 'fd'>): void => closeSync(fd);

function readHead(fd: number): Result<OpenWav, 'notASound'> {
  const fileBytes = fstatSync(fd).size;
  if (fileBytes === 0) return ok({ fd, channels: 1, frames: 0, soundAt: 0 });
  const head = Buffer.alloc(Math.min(mostBytesBefore, fileBytes));
  const file = head.subarray(0, readSync(fd, head, 0, head.length, 0));
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return fail('notASound');
  let channels: 1 | 2 | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const [name, length] = [file.toString('latin1', at, at + 4), file.readUInt32LE(at + 4)];
    if (name === 'fmt ') channels = channelsOf(file.subarray(at + 8, at + 8 + length));
    if (name === 'data') {
      if (channels === undefined) return fail('notASound');
      const soundAt = at + 8;
      const present = fileBytes - soundAt;
      const bytes = length === 0 || length > present ? present : length;
      return ok({ fd, channels, frames: Math.floor(bytes / (channels * bytesASample)), soundAt });
    }
    at += 8 + length + (length % 2);
  }
  return fail('notASound');
}

/** Undefined for what is no 16-bit PCM of 8 kHz in one or two channels. */
function channelsOf(format: Buffer): 1 | 2 | undefined {
  if (format.length < 16 || format.readUInt16LE(0) !== 1) return undefined;
  if (format.readUInt32LE(4) !== sampleRate || format.readUInt16LE(14) !== 8 * bytesASample) return undefined;
  const channels = format.readUInt16LE(2);
  return channels === 1 || channels === 2 ? channels : undefined;
}

/** Reads frames (channel beside channel) from a place on into `into`, and says how many there were. */
export function readFrames(wav: OpenWav, from: number, into: Int16Array): number {
  const frameBytes = wav.channels * bytesASample;
  const wanted = Math.min(Math.floor(into.length / wav.channels), wav.frames - from);
  if (wanted <= 0) return 0;
  const bytes = Buffer.from(into.buffer, into.byteOffset, wanted * frameBytes);
  return Math.floor(readSync(wav.fd, bytes, 0, bytes.length, wav.soundAt + from * frameBytes) / frameBytes);
}

/** Samples behind each other, as in the file (little endian, as every machine is that Node runs on). */
export const bytesOf = (samples: Int16Array): Uint8Array =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

/** Writes all of it: one call may write less. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
}

export function wavHeader(channels: number, frames: number): Buffer {
  const frameBytes = channels * bytesASample;
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(headerBytes - 8 + frames * frameBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(8 * bytesASample, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(frames * frameBytes, 40);
  return header;
}

export const lengthMsOf = (frames: number): number => Math.round((frames * 1000) / sampleRate);
