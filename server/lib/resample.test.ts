import { describe, expect, it } from 'vitest';
import { resample, resampleGently } from './resample.ts';

function sine(hz: number, rate: number, seconds = 0.5): Int16Array {
  return Int16Array.from({ length: rate * seconds }, (_, i) =>
    Math.round(16_000 * Math.sin((2 * Math.PI * hz * i) / rate)),
  );
}

/** In dB against the sine that went in, the edges left out. */
function gain(hz: number, from: number, to: number): number {
  const output = resample(sine(hz, from), from, to);
  const middle = output.subarray(output.length / 4, (output.length * 3) / 4);
  const rms = Math.sqrt(middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length);
  return 20 * Math.log10(Math.max(rms, 1e-9) / (16_000 / Math.SQRT2));
}

describe('resampling', () => {
  it.each([
    [16_000, 8000],
    [8000, 16_000],
    [16_000, 24_000],
    [16_000, 48_000],
    [22_050, 8000],
    [44_100, 8000],
  ])('from %i to %i keeps a telephone’s tones within 0.1 dB', (from, to) => {
    for (const hz of [200, 1000, 3000, 3400]) expect(Math.abs(gain(hz, from, to))).toBeLessThan(0.1);
  });

  it.each([4300, 4800, 5500, 7900])('lets nothing of %i Hz through from 16 to 8 kHz', (hz) => {
    expect(gain(hz, 16_000, 8000)).toBeLessThan(-60);
  });

  it('keeps the length, steady levels and silence, and clips instead of wrapping', () => {
    expect(resample(new Int16Array(16_001), 16_000, 8000)).toHaveLength(8001);
    expect(resample(new Int16Array(0), 16_000, 8000)).toHaveLength(0);
    expect(resample(new Int16Array(2000).fill(1000), 16_000, 8000)[500]).toBe(1000);
    expect(Math.max(...resample(new Int16Array(2000).fill(32_767), 8000, 24_000))).toBe(32_767);
    const same = Int16Array.of(1, 2, 3);
    expect(resample(same, 8000, 8000)).toEqual(same);
  });
  it('gives others their turn where it is asked to, and the same sound', async () => {
    const input = sine(440, 22_050, 5);
    let turns = 0;
    let others = setImmediate(function next() {
      turns += 1;
      others = setImmediate(next);
    });
    const gently = await resampleGently(input, 22_050, 8000);
    clearImmediate(others);
    expect(turns).toBeGreaterThan(3);
    expect(gently).toEqual(resample(input, 22_050, 8000));
    expect(await resampleGently(input, 8000, 8000)).toBe(input);
  });
});
