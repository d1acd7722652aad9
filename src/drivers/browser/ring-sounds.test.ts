import { describe, expect, test } from 'vitest';
import { ringSounds } from './ring-sounds.ts';
import { voiceSample } from './voice-sample.ts';

const sounds = Object.entries(ringSounds);

describe.each(sounds)('%s', (_name, { notes, period }) => {
  test('is over before it begins anew', () => {
    expect(Math.max(...notes.map(({ at, lasts }) => at + lasts))).toBeLessThan(period);
  });

  test('never gets louder than what a loudspeaker plays without rattling', () => {
    // All that sound in one moment, as if their peaks fell together.
    const peaks = notes.map(({ at }) =>
      notes
        .filter((note) => note.at <= at && at < note.at + note.lasts / 2)
        .reduce((sum, { gain, how, lasts, at: from }) => {
          const faded = how === 'struck' ? Math.exp((-5 * (at - from)) / lasts) : 1;
          return sum + gain * faded;
        }, 0),
    );
    expect(Math.max(...peaks)).toBeLessThan(1);
  });
});

test('no two sounds begin with the same tone', () => {
  const first = sounds
    .filter(([name]) => name !== 'knock')
    .map(([, { notes }]) => notes.toSorted((a, b) => b.gain - a.gain)[0]?.hz);
  expect(new Set(first).size).toBe(first.length);
});

describe('the voice to try the speaker with', () => {
  const { sampleRate, samples } = voiceSample();
  /** The power of one frequency in a part of it (Goertzel). */
  const power = (hz: number, from: number, to: number): number => {
    const part = samples.slice(from * sampleRate, to * sampleRate);
    const turn = (2 * Math.PI * hz) / sampleRate;
    const [cos, sin] = [...part].reduce(
      ([real, imaginary], sample, n) => [real + sample * Math.cos(turn * n), imaginary + sample * Math.sin(turn * n)],
      [0, 0],
    );
    return (cos * cos + sin * sin) / part.length;
  };

  test('lasts a good second and never clips', () => {
    expect(samples.length / sampleRate).toBeGreaterThan(1);
    expect(Math.max(...samples.map(Math.abs))).toBeCloseTo(0.6, 2);
  });

  test('has the vowels of a voice: ee is brighter than ah', () => {
    const band = (low: number, high: number, from: number, to: number): number =>
      Array.from({ length: 40 }, (_, n) => power(low + ((high - low) * n) / 40, from, to)).reduce((a, b) => a + b, 0);
    const brightness = (from: number, to: number): number => band(1900, 2500, from, to) / band(600, 1200, from, to);
    expect(brightness(0.57, 0.74)).toBeGreaterThan(3 * brightness(0.05, 0.25));
  });
});
