import { fail, ok, type Result } from '../../shared/result.ts';
import { resample } from '../lib/resample.ts';
import { decodeMp3, looksLikeMp3 } from './decode-mp3.ts';
import { decodeWav } from './decode-wav.ts';
import type { DecodedSound } from './decoded-sound.ts';
import { levelSound } from './level-sound.ts';
import { bytesOf, lengthMsOf, sampleRate, wavHeader } from './wav-file.ts';

export type Prompt = { readonly wav: Uint8Array; readonly lengthMs: number };

/** Shorter than this nothing is said. */
const shortestMs = 100;
/** Rates in between are taken as the next of these: a filter for each would be large, and a thousandth of pitch is not heard. */
const rateStep = 25;

/** Any WAV or MP3 as what the phone system plays. */
export async function makePrompt(
  given: Uint8Array,
  mostMs: number,
): Promise<Result<Prompt, 'notASound' | 'soundTooLong'>> {
  const decoded = await decode(given, mostMs);
  if (!decoded.ok) return decoded;
  const samples = levelSound(at8Khz(decoded.value));
  if (lengthMsOf(samples.length) < shortestMs) return fail('notASound');
  const wav = Buffer.concat([wavHeader(1, samples.length), bytesOf(samples)]);
  return ok({ wav, lengthMs: lengthMsOf(samples.length) });
}

async function decode(given: Uint8Array, mostMs: number): Promise<Result<DecodedSound, 'notASound' | 'soundTooLong'>> {
  const wav = decodeWav(given, mostMs);
  if (wav.ok || wav.error === 'soundTooLong') return wav;
  return looksLikeMp3(given) ? decodeMp3(given, mostMs) : wav;
}

/** Half of the scale is left to the filter, which may go beyond what went in. */
function at8Khz(sound: DecodedSound): Float32Array {
  const rate = Math.round(sound.sampleRate / rateStep) * rateStep;
  const halved = Int16Array.from(sound.samples, (sample) => Math.round(sample * 16_383));
  return Float32Array.from(resample(halved, rate, sampleRate), (sample) => sample / 16_383);
}
