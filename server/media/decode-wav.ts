import { fail, ok, type Result } from '../../shared/result.ts';
import { acceptedRates, type DecodedSound, mostChannels } from './decoded-sound.ts';
import { type SampleAt, sampleReader } from './sample-reader.ts';

/** The encoding is written further on (Microsoft's WAVEFORMATEXTENSIBLE). */
const extensible = 0xfffe;

type Wav = {
  readonly channels: number;
  readonly sampleRate: number;
  /** Of a sample. */
  readonly bits: number;
  readonly sampleAt: SampleAt;
  readonly sound: Buffer;
};

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
  return ok({ sampleRate, samples: mixed(wav, frames) });
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
  const encoding = written === extensible && format.length >= 26 ? format.readUInt16LE(24) : written;
  if (channels < 1 || channels > mostChannels) return undefined;
  if (sampleRate < acceptedRates.lowest || sampleRate > acceptedRates.highest) return undefined;
  const sampleAt = sampleReader(encoding, bits);
  return sampleAt === undefined ? undefined : { channels, sampleRate, bits, sampleAt, sound };
}

/** One channel, the mean of all. */
function mixed({ channels, bits, sound, sampleAt }: Wav, frames: number): Float32Array {
  const bytes = bits / 8;
  return Float32Array.from({ length: frames }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      const sample = sampleAt(sound, (frame * channels + channel) * bytes);
      // Floating point may be anything.
      if (Number.isFinite(sample)) sum += Math.max(-1, Math.min(1, sample));
    }
    return sum / channels;
  });
}
