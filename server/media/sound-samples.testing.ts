import { readFile, writeFile } from 'node:fs/promises';
import { MPEGDecoder } from 'mpg123-decoder';
import { bytesOf, wavHeader } from './wav-file.ts';

const rate = 8000;

/** A sine of full scale times `amplitude`, at 8 kHz. */
export const toneOf = (hz: number, ms: number, amplitude = 0.5): Int16Array =>
  Int16Array.from({ length: (rate * ms) / 1000 }, (_, i) =>
    Math.round(amplitude * 32_767 * Math.sin((2 * Math.PI * hz * i) / rate)),
  );

export const silenceOf = (ms: number): Int16Array => new Int16Array((rate * ms) / 1000);

/** A file of one channel. `unfinished`: as a writer leaves it that was killed. */
export async function writeTrack(path: string, samples: Int16Array, unfinished = false): Promise<string> {
  const header = wavHeader(1, samples.length);
  if (unfinished) {
    header.writeUInt32LE(0, 4);
    header.writeUInt32LE(0, 40);
  }
  await writeFile(path, Buffer.concat([header, bytesOf(samples)]));
  return path;
}

/** The channels of a file that we wrote, and what its header says of its length. */
export async function readChannels(path: string) {
  const file = await readFile(path);
  const channels = file.readUInt16LE(22);
  const samples = Array.from({ length: (file.length - 44) / 2 }, (_, i) => file.readInt16LE(44 + 2 * i) / 32_768);
  return {
    saidBytes: file.readUInt32LE(40),
    fileBytes: file.length,
    channels: Array.from({ length: channels }, (_, c) => samples.filter((_sample, i) => i % channels === c)),
  };
}

/** An MP3 as another decoder hears it. */
export async function decodedMp3(path: string) {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const { channelData, sampleRate, samplesDecoded, errors } = decoder.decode(new Uint8Array(await readFile(path)));
  decoder.free();
  return { channels: channelData.map((channel) => Array.from(channel)), sampleRate, samplesDecoded, errors };
}

/** The amplitude of one pitch in sound at 8 kHz (Goertzel's sum), the edges left out. */
export function levelAt(hz: number, samples: readonly number[], sampleRate = rate): number {
  const edge = Math.min(1000, Math.floor(samples.length / 4));
  let [real, imaginary, count] = [0, 0, 0];
  for (let i = edge; i < samples.length - edge; i += 1) {
    const angle = (2 * Math.PI * hz * i) / sampleRate;
    real += (samples[i] ?? 0) * Math.cos(angle);
    imaginary += (samples[i] ?? 0) * Math.sin(angle);
    count += 1;
  }
  return (2 * Math.hypot(real, imaginary)) / Math.max(1, count);
}

export const decibels = (ratio: number): number => 20 * Math.log10(Math.max(ratio, 1e-9));
