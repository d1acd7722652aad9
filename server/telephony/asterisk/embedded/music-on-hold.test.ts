import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdMusic, provideMusic, wavOf } from './music-on-hold.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'music-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the music on hold', () => {
  const samples = holdMusic();
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32_767;

  it('lasts half a minute, is never silent for long, and neither faint nor harsh', () => {
    expect(samples.length / 8_000).toBe(32);
    expect(peak).toBeGreaterThan(0.1);
    expect(peak).toBeLessThan(0.5);
    for (let second = 0; second < 32; second += 1) {
      const part = samples.subarray(second * 8_000, (second + 1) * 8_000);
      const loudness = Math.sqrt(part.reduce((sum, sample) => sum + (sample / 32_767) ** 2, 0) / part.length);
      expect(loudness).toBeGreaterThan(0.02);
    }
  });

  it('loops without a click', () => {
    const step = (from: number, to: number): number => Math.abs((samples[to] ?? 0) - (samples[from] ?? 0)) / 32_767;
    const largest = samples.reduce((most, _, index) => (index === 0 ? 0 : Math.max(most, step(index - 1, index))), 0);
    expect(step(samples.length - 1, 0)).toBeLessThanOrEqual(largest);
  });

  it('is an 8 kHz mono 16-bit WAV', () => {
    const wav = wavOf(Int16Array.of(1, -2));
    expect(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ');
    expect([wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([1, 8_000, 16]);
    expect([wav.readUInt32LE(4), wav.readUInt32LE(40), wav.length]).toEqual([40, 4, 48]);
    expect([wav.readInt16LE(44), wav.readInt16LE(46)]).toEqual([1, -2]);
  });

  it('does not replace what is there', () => {
    provideMusic(folder);
    expect(readFileSync(path.join(folder, 'hold.wav')).length).toBe(44 + samples.length * 2);
    writeFileSync(path.join(folder, 'hold.wav'), 'our own');
    provideMusic(folder);
    expect(readFileSync(path.join(folder, 'hold.wav'), 'utf8')).toBe('our own');
  });
});
