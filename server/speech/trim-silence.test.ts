import { expect, it } from 'vitest';
import { trimSilence } from './trim-silence.ts';

const quiet = (ms: number): readonly number[] => Array.from({ length: ms * 8 }, () => 12);
const loud = (ms: number): readonly number[] => Array.from({ length: ms * 8 }, (_, i) => (i % 2 === 0 ? 9000 : -9000));
const lengthOf = (...parts: readonly (readonly number[])[]): number =>
  trimSilence({ sampleRate: 8000, samples: Int16Array.from(parts.flat()) }).samples.length / 8;

it('leaves 20 ms before what is said and 120 ms behind it, and the pauses in it', () => {
  expect(lengthOf(quiet(170), loud(100), quiet(300), loud(100), quiet(200))).toBeCloseTo(20 + 500 + 120, 0);
});

it('adds nothing to what begins and ends at once', () => {
  expect(lengthOf(loud(100))).toBe(100);
  expect(lengthOf(quiet(10), loud(100), quiet(10))).toBe(120);
});

it('leaves silence as it is', () => {
  expect(lengthOf(quiet(100))).toBe(100);
});
