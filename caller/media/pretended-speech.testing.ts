import { sampleRate } from './g711.ts';

/** Something with the shape of speech: syllables of a gliding pitch and changing vowels, pauses between. 8 kHz, 16 bit. */
export function pretendedSpeech(seed: number, seconds: number): Int16Array {
  const random = randomFrom(seed);
  const samples = new Int16Array(seconds * sampleRate);
  for (let at = 0; at < samples.length;) {
    const length = Math.round(sampleRate * (0.12 + 0.2 * random()));
    if (random() > 0.15) speak(samples.subarray(at, at + length), random);
    at += length;
  }
  return samples;
}

function speak(syllable: Int16Array, random: () => number): void {
  const [pitch, glide, formant] = [90 + 60 * random(), 30 * (random() - 0.5), 400 + 1200 * random()];
  for (let i = 0; i < syllable.length; i += 1) {
    const [time, share] = [i / sampleRate, i / syllable.length];
    const hz = pitch + glide * share;
    let sum = 0;
    for (let harmonic = 1; harmonic * hz < 3400; harmonic += 1) {
      const distance = (harmonic * hz - formant) / 300;
      sum += Math.sin(2 * Math.PI * harmonic * hz * time) * (0.1 / harmonic + Math.exp(-distance * distance));
    }
    syllable[i] = Math.round(3000 * Math.sin(Math.PI * share) * sum);
  }
}

/** Numbers from 0 to 1, always the same for a seed (a linear congruential generator: the constants of Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
