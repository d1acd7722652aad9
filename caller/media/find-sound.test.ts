import { describe, expect, it } from 'vitest';
import { findSound } from './find-sound.ts';
import { decodeG711, encodeG711, type Codec } from './g711.ts';
import { pretendedSpeech } from './pretended-speech.testing.ts';

const speech = pretendedSpeech(1, 3);

function joined(...parts: readonly Int16Array[]): Int16Array {
  return Int16Array.from(parts.flatMap((part) => [...part]));
}

function overTheLine(codec: Codec, samples: Int16Array): Int16Array {
  const codes = new Uint8Array(samples.length);
  encodeG711(codec, samples, codes);
  return decodeG711(codec, codes);
}

const silent = (samples: number): Int16Array => new Int16Array(samples);

describe('a sound that is looked for in what was heard', () => {
  it('is found where it is the very same', () => {
    const found = findSound(speech, speech);
    expect(found.likeness).toBeCloseTo(1, 6);
    expect(found.lag).toBe(0);
    expect(found.heardMs).toBeGreaterThan(2_700);
  });

  it('is found to the sample, whatever lies before and behind', () => {
    const heard = joined(silent(1003), pretendedSpeech(2, 1), speech, silent(77), pretendedSpeech(3, 1));
    expect(findSound(speech, heard)).toMatchObject({ lag: 1003 + 8000 });
    expect(findSound(speech, heard).likeness).toBeCloseTo(1, 6);
  });

  it.each(['pcmu', 'pcma'] as const)('is found behind %s, and however loud', (codec) => {
    const quiet = speech.map((sample) => sample / 5);
    const found = findSound(speech, overTheLine(codec, joined(silent(500), quiet, silent(500))));
    expect(found.lag).toBe(500);
    expect(found.likeness).toBeGreaterThan(0.97);
    expect(found.heardMs).toBeGreaterThan(2_700);
  });

  it('is not found in other speech, in silence or in nothing', () => {
    for (let seed = 10; seed < 20; seed += 1) {
      const found = findSound(speech, pretendedSpeech(seed, 6));
      expect(found.likeness).toBeLessThan(0.4);
      expect(found.heardMs).toBeLessThan(700);
    }
    const nowhere = { likeness: 0, lag: 0, heardMs: 0 };
    expect(findSound(speech, silent(9000))).toEqual(nowhere);
    expect(findSound(speech, silent(0))).toEqual(nowhere);
    expect(findSound(silent(800), speech)).toEqual(nowhere);
  });

  it('tells how much of it was heard before it broke off', () => {
    const heard = joined(silent(400), speech.subarray(0, 8000), pretendedSpeech(4, 2));
    const found = findSound(speech, heard);
    expect(found.lag).toBe(400);
    expect(found.likeness).toBeLessThan(0.7);
    expect(found.heardMs).toBeGreaterThan(800);
    expect(found.heardMs).toBeLessThan(1_150);
  });

  it('tells where it would have begun when the beginning was missed', () => {
    const found = findSound(speech, joined(speech.subarray(4000), silent(2000)));
    expect(found.lag).toBe(-4000);
    expect(found.heardMs).toBeGreaterThan(2_200);
    expect(found.heardMs).toBeLessThan(2_560);
  });

  it('goes on after one click on the line', () => {
    const heard = speech.slice();
    heard.fill(20_000, 9_600, 9_680);
    expect(findSound(speech, heard).heardMs).toBeGreaterThan(2_700);
  });
});
