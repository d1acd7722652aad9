import { open } from 'node:fs/promises';

export const sampleRate = 8000;
const headerBytes = 44;
const bytesASample = 2;
/** Where in the end of a piece it is cut: where it is quietest, so that no word is in two pieces. */
const searchedMs = 10_000;
const windowSamples = sampleRate / 50;

/** A part of a sound, and where it begins in the whole. */
export type SoundPiece = { readonly fromMs: number; readonly samples: Int16Array };

/** A mono file (16 bit, 8 kHz) in pieces of no more than `mostMs`: what is in memory, and sent, at a time. */
export async function* soundPieces(path: string, mostMs: number): AsyncIterable<SoundPiece> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const total = Math.max(0, Math.floor((size - headerBytes) / bytesASample));
    const most = (mostMs * sampleRate) / 1000;
    for (let from = 0; from < total;) {
      const samples = new Int16Array(Math.min(most, total - from));
      const bytes = new Uint8Array(samples.buffer);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, headerBytes + from * bytesASample);
      const read = samples.subarray(0, Math.floor(bytesRead / bytesASample));
      const piece = from + read.length < total ? read.subarray(0, quietest(read)) : read;
      if (piece.length === 0) return;
      yield { fromMs: Math.round((from * 1000) / sampleRate), samples: piece };
      from += piece.length;
    }
  } finally {
    await file.close();
  }
}

/** The place in the last seconds around which least is heard. */
function quietest(samples: Int16Array): number {
  const first = Math.max(windowSamples, samples.length - (searchedMs * sampleRate) / 1000);
  let [place, least] = [samples.length, Infinity];
  for (let at = first; at + windowSamples <= samples.length; at += windowSamples) {
    const power = samples.subarray(at, at + windowSamples).reduce((sum, sample) => sum + sample ** 2, 0);
    if (power < least) [place, least] = [at + windowSamples / 2, power];
  }
  return place;
}

export const lengthMsOf = ({ samples }: SoundPiece): number => Math.round((samples.length * 1000) / sampleRate);

/** A piece as a file of its own. */
export function wavOf({ samples }: SoundPiece): Blob {
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(headerBytes - 8 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * bytesASample, 28);
  header.writeUInt16LE(bytesASample, 32);
  header.writeUInt16LE(8 * bytesASample, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.byteLength, 40);
  const sound = new Uint8Array(samples.byteLength);
  sound.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  return new Blob([Uint8Array.from(header), sound], { type: 'audio/wav' });
}
