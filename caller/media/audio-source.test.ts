import { describe, expect, it } from 'vitest';
import { concat, loop, samples, silence, tone, type AudioSource } from './audio-source.ts';
import { toneStrength } from './goertzel.ts';
import { readWav, wav, writeWav } from './wav.ts';

function take(source: AudioSource, count: number): { filled: number; pcm: Int16Array } {
  const pcm = new Int16Array(count);
  return { filled: source.start().read(pcm), pcm };
}

describe('sources', () => {
  it('play one after the other, and end', () => {
    const source = concat(samples(Int16Array.of(1, 2)), silence(0.25), samples(Int16Array.of(3)));
    expect(take(source, 8)).toEqual({ filled: 5, pcm: Int16Array.of(1, 2, 0, 0, 3, 0, 0, 0) });
  });

  it('play over and over, each time from the beginning', () => {
    const source = loop(samples(Int16Array.of(1, 2, 3)));
    expect(take(source, 7).pcm).toEqual(Int16Array.of(1, 2, 3, 1, 2, 3, 1));
    expect(take(source, 2).pcm).toEqual(Int16Array.of(1, 2));
    expect(take(loop(samples(new Int16Array())), 4).filled).toBe(0);
  });

  it('last as long as they are told', () => {
    expect(take(tone(440, { durationMs: 50 }), 8000).filled).toBe(400);
    expect(take(silence(), 8000).filled).toBe(8000);
  });
});

describe('the strength of a tone', () => {
  const mixed = take(tone(440), 1600).pcm.map((sample, i) => sample + (take(tone(880), 1600).pcm[i] ?? 0));
  it('is its share of the energy', () => {
    const pure = take(tone(440), 1600).pcm;
    expect(toneStrength(pure, 440, 8000)).toBeCloseTo(1, 2);
    expect(toneStrength(pure, 880, 8000)).toBeLessThan(0.01);
    expect(toneStrength(mixed, 440, 8000)).toBeCloseTo(0.5, 1);
    expect(toneStrength(new Int16Array(1600), 440, 8000)).toBe(0);
  });
});

describe('WAV files', () => {
  it('come back as they were written', () => {
    const pcm = Int16Array.of(0, 1, -1, 32_767, -32_768);
    expect(readWav(writeWav(pcm))).toEqual({ ok: true, value: pcm });
    expect(take(wav(writeWav(pcm)), 5).pcm).toEqual(pcm);
  });

  it('of another rate keep their tone', () => {
    const file = writeWav(take(tone(440), 8000).pcm);
    file.writeUInt32LE(16_000, 24);
    const read = readWav(file);
    expect(read.ok && read.value.length).toBe(4000);
    expect(read.ok && toneStrength(read.value, 880, 8000)).toBeGreaterThan(0.95);
  });

  it('of µ-law are decoded, and others refused', () => {
    const file = writeWav(new Int16Array(2));
    file.writeUInt16LE(7, 20);
    file.writeUInt16LE(8, 34);
    file.fill(0x80, 44);
    expect(readWav(file)).toMatchObject({ ok: true, value: Int16Array.of(32_124, 32_124, 32_124, 32_124) });
    file.writeUInt16LE(85, 20);
    expect(readWav(file)).toEqual({ ok: false, error: 'unsupportedWav' });
    expect(readWav(Buffer.from('RIFFxxxxWAVE'))).toEqual({ ok: false, error: 'notWav' });
    expect(() => wav(Buffer.alloc(0))).toThrow('notWav');
  });
});
