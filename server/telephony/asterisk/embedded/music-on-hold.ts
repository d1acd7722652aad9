import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const rate = 8_000;
const noteSeconds = 0.5;
/** From the beginning of a note until it has died away; it sounds on under the notes that follow. */
const ringSeconds = 3;
const level = 0.1;

/** Four slow chords, up and down, in semitones from A3: A minor 9, F major 7, C major 7, G 6. */
const chords = [
  [0, 7, 10, 12, 14, 12, 10, 7],
  [-4, 3, 7, 8, 12, 8, 7, 3],
  [3, 7, 10, 14, 15, 14, 10, 7],
  [-2, 5, 8, 10, 12, 10, 8, 5],
];
const rounds = 2;

/** A soft struck tone: three partials, each dying away sooner than the one below. */
function sound(frequency: number, at: number): number {
  const attack = Math.min(1, at / 0.04);
  const partial = (number: number, loudness: number): number =>
    loudness * Math.sin(2 * Math.PI * frequency * number * at) * Math.exp(-at * (0.9 + number * 0.6));
  return attack * (partial(1, 1) + partial(2, 0.3) + partial(3, 0.1));
}

/** 32 s of a quiet arpeggio of our own; what rings on at the end is laid over the beginning, so that it loops unheard. */
export function holdMusic(): Int16Array {
  const notes = Array.from({ length: rounds }, () => chords).flat(2);
  const samples = new Float64Array(notes.length * noteSeconds * rate);
  for (const [index, semitones] of notes.entries()) {
    const frequency = 220 * 2 ** (semitones / 12);
    for (let offset = 0; offset < ringSeconds * rate; offset += 1) {
      const place = (index * noteSeconds * rate + offset) % samples.length;
      samples[place] = (samples[place] ?? 0) + sound(frequency, offset / rate) * (1 - offset / (ringSeconds * rate));
    }
  }
  return Int16Array.from(samples, (value) => Math.round(value * level * 32_767));
}

/** The samples as a WAV file: 8 kHz, mono, 16 bit. */
export function wavOf(samples: Int16Array): Buffer {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => data.writeInt16LE(sample, index * 2));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** Puts music into the folder unless there is some: an administrator's own files stay. */
export function provideMusic(folder: string): void {
  const file = path.join(folder, 'hold.wav');
  if (!existsSync(file)) writeFileSync(file, wavOf(holdMusic()));
}
