import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SoundTools } from '../ports/sound-tools.ts';
import { decibels, decodedMp3, levelAt, readChannels, silenceOf, toneOf, writeTrack } from './sound-samples.testing.ts';

/** What every driver does with sound. */
export function describeSoundTools(name: string, open: () => SoundTools): void {
  describe(`sound tools: ${name}`, () => {
    let tools: SoundTools;
    let folder = '';
    const at = (file: string): string => path.join(folder, file);

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'sound-'));
      tools = open();
    });
    afterAll(async () => {
      await tools.close();
      await rm(folder, { recursive: true });
    });

    it('joins two tracks of different length: each in its channel, the shorter silent at its end', async () => {
      const left = await writeTrack(at('left.wav'), toneOf(440, 2000));
      const right = await writeTrack(at('right.wav'), toneOf(1000, 1500));
      const joined = await tools.join(left, right, at('joined.wav'));
      expect(joined).toMatchObject({ ok: true, value: { lengthMs: 2000, peaks: { tickMs: 20 } } });
      const { channels, saidBytes, fileBytes } = await readChannels(at('joined.wav'));
      expect(saidBytes).toBe(fileBytes - 44);
      expect(saidBytes).toBe(2 * 2 * 16_000);
      const [one = [], other = []] = channels;
      expect(levelAt(440, one)).toBeCloseTo(0.5, 2);
      expect(levelAt(1000, one)).toBeLessThan(0.001);
      expect(levelAt(1000, other.slice(0, 12_000))).toBeCloseTo(0.5, 2);
      expect(levelAt(440, other.slice(0, 12_000))).toBeLessThan(0.001);
      expect(new Set(other.slice(12_000))).toEqual(new Set([0]));
    });

    it('tells how loud each channel is, tick by tick', async () => {
      const left = await writeTrack(at('loud.wav'), toneOf(500, 1000, 1));
      const right = await writeTrack(at('soft.wav'), toneOf(500, 500, 0.1));
      const joined = await tools.join(left, right, at('peaks.wav'));
      if (!joined.ok) throw new Error(joined.error);
      const [one = [], other = []] = joined.value.peaks.channels;
      expect([one.length, other.length]).toEqual([50, 50]);
      expect(new Set(one)).toEqual(new Set([100]));
      expect(new Set(other.slice(0, 25))).toEqual(new Set([32]));
      expect(new Set(other.slice(25))).toEqual(new Set([0]));
    });

    it('reads a file whose writer was killed by its length, an odd byte at its end left out', async () => {
      const left = await writeTrack(at('killed.wav'), toneOf(440, 1000), true);
      await writeFile(left, new Uint8Array([7]), { flag: 'a' });
      expect(await tools.join(left, null, at('repaired.wav'))).toMatchObject({ ok: true, value: { lengthMs: 1000 } });
      expect((await readChannels(at('repaired.wav'))).saidBytes).toBe(2 * 2 * 8000);
      expect(await tools.finish(left, at('finished.wav'))).toMatchObject({ ok: true, value: { lengthMs: 1000 } });
      const { channels, saidBytes } = await readChannels(at('finished.wav'));
      expect([channels.length, saidBytes]).toEqual([1, 2 * 8000]);
    });

    it('takes a track that is not there, and one of which nothing was written yet, as silence', async () => {
      const right = await writeTrack(at('only.wav'), toneOf(1000, 500));
      await writeFile(at('nothing.wav'), '');
      for (const left of [null, at('nothing.wav')]) {
        expect(await tools.join(left, right, at('half.wav'))).toMatchObject({ ok: true, value: { lengthMs: 500 } });
        const [one = [], other = []] = (await readChannels(at('half.wav'))).channels;
        expect(new Set(one)).toEqual(new Set([0]));
        expect(levelAt(1000, other)).toBeCloseTo(0.5, 2);
      }
      expect(await tools.join(null, null, at('none.wav'))).toMatchObject({ ok: true, value: { lengthMs: 0 } });
    });

    it('makes an MP3 of the same length and places, a tenth of the size, whose channels do not hear each other', async () => {
      const left = await writeTrack(at('l.wav'), Int16Array.of(...silenceOf(1000), ...toneOf(440, 2000)));
      const right = await writeTrack(at('r.wav'), Int16Array.of(...silenceOf(1000), ...toneOf(1000, 2000)));
      await tools.join(left, right, at('both.wav'));
      const made = await tools.toMp3(at('both.wav'), at('both.mp3'));
      const heard = await decodedMp3(at('both.mp3'));
      expect(made).toMatchObject({ ok: true, value: { bytes: expect.closeTo(12_600, -3) } });
      expect(heard).toMatchObject({ sampleRate: 8000, samplesDecoded: 24_000, errors: [] });
      const [one = [], other = []] = heard.channels.map((channel) => channel.slice(8000));
      expect(decibels(levelAt(440, one))).toBeCloseTo(-6, 0);
      expect(decibels(levelAt(1000, other))).toBeCloseTo(-6, 0);
      expect(decibels(levelAt(1000, one))).toBeLessThan(-60);
      expect(decibels(levelAt(440, other))).toBeLessThan(-60);
      // The tone begins where it began: to 10 ms.
      const begins = heard.channels[0]?.findIndex((sample) => Math.abs(sample) > 0.2) ?? 0;
      expect(Math.abs(begins - 8000)).toBeLessThan(80);
    });

    it('makes an MP3 of one channel, and of no sound at all', async () => {
      const mono = await writeTrack(at('mono.wav'), toneOf(440, 1000));
      expect(await tools.toMp3(mono, at('mono.mp3'))).toMatchObject({ ok: true });
      const heard = await decodedMp3(at('mono.mp3'));
      expect(heard).toMatchObject({ samplesDecoded: 8000 });
      expect(levelAt(440, heard.channels[0] ?? [])).toBeCloseTo(0.5, 1);
      const empty = await writeTrack(at('empty.wav'), new Int16Array());
      expect(await tools.toMp3(empty, at('empty.mp3'))).toMatchObject({ ok: true });
    });

    it('takes one channel out, and not one that is not there', async () => {
      const left = await writeTrack(at('a.wav'), toneOf(440, 500));
      const right = await writeTrack(at('b.wav'), toneOf(1000, 500));
      await tools.join(left, right, at('ab.wav'));
      expect(await tools.channel(at('ab.wav'), 1, at('taken.wav'))).toEqual({ ok: true, value: undefined });
      const { channels } = await readChannels(at('taken.wav'));
      expect(channels).toHaveLength(1);
      expect(levelAt(1000, channels[0] ?? [])).toBeCloseTo(0.5, 2);
      expect(await tools.channel(left, 1, at('taken.wav'))).toEqual({ ok: false, error: 'notASound' });
    });

    it('says what is no sound, and what is not on disk', async () => {
      await writeFile(at('text.wav'), 'This is no sound, and long enough to have a header of forty-four bytes.');
      const text = at('text.wav');
      const notASound = { ok: false, error: 'notASound' };
      expect(await tools.finish(text, at('x.wav'))).toEqual(notASound);
      expect(await tools.toMp3(text, at('x.mp3'))).toEqual(notASound);
      expect(await tools.channel(text, 0, at('x.wav'))).toEqual(notASound);
      expect(await tools.join(at('joined.wav'), null, at('x.wav'))).toEqual(notASound);
      const unavailable = { ok: false, error: 'storageUnavailable' };
      expect(await tools.finish(at('gone.wav'), at('x.wav'))).toEqual(unavailable);
      expect(await tools.finish(at('left.wav'), at('no/such/folder.wav'))).toEqual(unavailable);
    });

    it('takes nothing more once it is closed', async () => {
      const closed = open();
      await closed.close();
      const busy = { ok: false, error: 'toolsBusy' };
      expect(await closed.finish(at('left.wav'), at('x.wav'))).toEqual(busy);
      expect(await closed.toMp3(at('left.wav'), at('x.mp3'))).toEqual(busy);
      expect(await closed.toPrompt(new Uint8Array(), 1000)).toEqual(busy);
    });
  });
}
