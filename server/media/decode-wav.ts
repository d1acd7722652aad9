// oxlint-disable-next-line import/default -- Node gets a build that has nothing else
import wavefile from 'wavefile';
import { fail, ok, type Result } from '../../shared/result.ts';
import { acceptedRates, type DecodedSound, mostChannels } from './decoded-sound.ts';

type Wav = {
  readonly format: Buffer;
  readonly channels: number;
  readonly sampleRate: number;
  /** What stands before the sound is compressed (0 bits: not PCM). */
  readonly bits: number;
  readonly encoding: number;
  readonly sound: Buffer;
};

/** The words of the header that say how it is encoded (RFC 2361 and Microsoft's mmreg.h). */
const encodings = { pcm: 1, float: 3, aLaw: 6, muLaw: 7, extensible: 0xfffe } as const;

/**
 * A WAV file of linear samples of 8 to 32 bits, of floating point, or of A-law or µ-law. What its header says of lengths is
 * believed only as far as there are bytes.
 */
export function decodeWav(bytes: Uint8Array, mostMs: number): Result<DecodedSound, 'notASound' | 'soundTooLong'> {
  const wav = parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (wav === undefined) return fail('notASound');
  const { channels, sampleRate } = wav;
  const frames = Math.floor(wav.sound.length / ((channels * wav.bits) / 8));
  if (frames > (mostMs * sampleRate) / 1000) return fail('soundTooLong');
  const samples = frames === 0 ? new Float64Array() : read(wav, frames);
  return ok({ sampleRate, samples: mixed(samples, channels) });
}

function parse(file: Buffer): Wav | undefined {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let format: Buffer | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const [name, length] = [file.toString('latin1', at, at + 4), file.readUInt32LE(at + 4)];
    if (name === 'fmt ') format = file.subarray(at + 8, at + 8 + length);
    if (name === 'data') {
      const rest = file.subarray(at + 8);
      return format === undefined ? undefined : described(format, length === 0 ? rest : rest.subarray(0, length));
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function described(format: Buffer, sound: Buffer): Wav | undefined {
  if (format.length < 16 || format.length > 256) return undefined;
  const [channels, sampleRate, bits] = [format.readUInt16LE(2), format.readUInt32LE(4), format.readUInt16LE(14)];
  const written = format.readUInt16LE(0);
  // The first two bytes of the long form's own name say the same in other words.
  const encoding = written === encodings.extensible && format.length >= 26 ? format.readUInt16LE(24) : written;
  if (channels < 1 || channels > mostChannels) return undefined;
  if (sampleRate < acceptedRates.lowest || sampleRate > acceptedRates.highest) return undefined;
  return isReadable(encoding, bits) ? { format, channels, sampleRate, bits, encoding, sound } : undefined;
}

function isReadable(encoding: number, bits: number): boolean {
  if (encoding === encodings.pcm) return [8, 16, 24, 32].includes(bits);
  if (encoding === encodings.float) return bits === 32 || bits === 64;
  return (encoding === encodings.aLaw || encoding === encodings.muLaw) && bits === 8;
}

/** The samples of all channels, one frame after the other, -1 to 1. */
function read({ channels, sampleRate, bits, encoding, sound }: Wav, frames: number): Float64Array {
  // oxlint-disable-next-line import/no-named-as-default-member -- see above
  const file = new wavefile.WaveFile();
  file.fromBuffer(plainFile({ channels, sampleRate, bits, encoding }, sound, frames));
  if (encoding === encodings.aLaw) file.fromALaw('16');
  if (encoding === encodings.muLaw) file.fromMuLaw('16');
  file.toBitDepth('64');
  const samples = file.getSamples(true, Float64Array);
  if (!(samples instanceof Float64Array)) throw new TypeError('these are no samples');
  return samples;
}

/** A file of nothing but what counts: chunks of other kinds, and lengths that are not true, never reach the library. */
function plainFile(
  { channels, sampleRate, bits, encoding }: Pick<Wav, 'channels' | 'sampleRate' | 'bits' | 'encoding'>,
  sound: Buffer,
  frames: number,
): Buffer {
  const frameBytes = (channels * bits) / 8;
  const soundBytes = frames * frameBytes;
  const file = Buffer.alloc(44 + soundBytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + soundBytes, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(encoding, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * frameBytes, 28);
  file.writeUInt16LE(frameBytes, 32);
  file.writeUInt16LE(bits, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(soundBytes, 40);
  sound.copy(file, 44, 0, soundBytes);
  return file;
}

function mixed(samples: Float64Array, channels: number): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / channels) }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      const sample = samples[frame * channels + channel] ?? 0;
      // Floating point may be anything.
      if (Number.isFinite(sample)) sum += Math.max(-1, Math.min(1, sample));
    }
    return sum / channels;
  });
}
