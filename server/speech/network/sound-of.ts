import { ok, type Result } from '../../../shared/result.ts';
import type { Pcm } from '../../ports/speech.ts';
import { pcmSamples } from '../pcm-bytes.ts';
import { readWav } from '../wav.ts';
import type { HttpAnswer } from './http-ask.ts';
import { type Trouble, useless } from './trouble.ts';

const otherTypes = /text|html|json|xml|mpeg|mp3|ogg|opus|aac|flac/i;
const otherBeginnings = /^(\s*<(!doctype|html|\?xml)|\s*\{"|ID3|OggS|fLaC)/i;

/** The samples of an answer that should be 16-bit little-endian mono PCM; who puts a WAV header before it says its own rate. */
export function soundOf({ contentType, bytes }: HttpAnswer, sampleRate: number): Result<Pcm, Trouble> {
  if (otherTypes.test(contentType)) return useless('not a sound, by its type');
  return soundIn(bytes, sampleRate);
}

export function soundIn(bytes: Buffer, sampleRate: number): Result<Pcm, Trouble> {
  const beginning = bytes.toString('latin1', 0, 32);
  if (otherBeginnings.test(beginning)) return useless('not a sound, by its beginning');
  if (bytes.length === 0) return useless('empty');
  if (beginning.startsWith('RIFF')) return wavIn(bytes);
  if (bytes.length % 2 === 1) return useless('cut off');
  return ok({ sampleRate, samples: pcmSamples(bytes) });
}

function wavIn(bytes: Buffer): Result<Pcm, Trouble> {
  const wav = readWav(bytes);
  if (!wav.ok) return useless(wav.error);
  // Who writes while they speak does not know the length yet, and says a huge one.
  const declared = bytes.readUInt32LE(4) + 8;
  if (declared > bytes.length && declared < 0x7f_00_00_00) return useless('cut off');
  return wav.value.samples.length === 0 ? useless('empty') : wav;
}

/** Nobody says a letter in 5 ms: what is shorter is not the text. */
const leastMsALetter = 5;

/** Whether a sound can be these words, by its length. */
export function isTooShort({ samples, sampleRate }: Pcm, text: string): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return (samples.length * 1000) / sampleRate < letters * leastMsALetter;
}
