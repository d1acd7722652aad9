import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestSpeech, type Pcm, type Speech, type SpeechRequest } from '../ports/speech.ts';

const sentence = 'I am busy now, can I call you back later?';

function loudness({ samples }: Pcm): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** What every Speech does, whatever is behind it. `open` makes a fresh one. */
export function describeSpeech(name: string, open: () => Speech): void {
  describe(`the speech of ${name}`, { timeout: 30_000 }, () => {
    let speech: Speech;
    beforeAll(() => {
      speech = open();
    });
    afterAll(() => speech.close());

    const say = async (request: SpeechRequest): Promise<Pcm> => {
      const said = await speech.synthesize(request);
      if (!said.ok) throw new Error(said.error);
      return said.value;
    };
    const seconds = ({ samples, sampleRate }: Pcm) => samples.length / sampleRate;

    it('has voices with a language and an id of their own', async () => {
      const voices = await speech.voices();
      expect(voices.length).toBeGreaterThan(0);
      expect(new Set(voices.map(({ id }) => id)).size).toBe(voices.length);
      for (const { language } of voices) expect(Intl.getCanonicalLocales(language)).toEqual([language]);
    });

    it('says the same request the same way, aloud', async () => {
      const [once, again] = [await say({ input: sentence }), await say({ input: sentence })];
      expect(once).toEqual(again);
      expect(loudness(once)).toBeGreaterThan(300);
    });

    it.each([8000, 16_000, 24_000, 48_000] as const)('gives %i samples a second', async (sampleRate) => {
      const said = await say({ input: sentence, sampleRate });
      expect(said.sampleRate).toBe(sampleRate);
      expect(seconds(said)).toBeCloseTo(seconds(await say({ input: sentence })), 1);
    });

    it('takes longer for more, slower, and less when faster', async () => {
      const usual = seconds(await say({ input: sentence }));
      expect(seconds(await say({ input: `${sentence} ${sentence}` }))).toBeGreaterThan(usual * 1.5);
      expect(seconds(await say({ input: sentence, speed: 0.5 }))).toBeGreaterThan(usual * 1.6);
      expect(seconds(await say({ input: sentence, speed: 2 }))).toBeLessThan(usual * 0.7);
    });

    it('speaks with each of its voices, and with one of a language', async () => {
      for (const { id, language } of await speech.voices()) {
        expect(loudness(await say({ input: sentence, voice: id }))).toBeGreaterThan(300);
        expect(await speech.synthesize({ input: 'Hello', language: language.slice(0, 2) })).toMatchObject({ ok: true });
      }
    });

    it('serves many at once', async () => {
      const texts = Array.from({ length: 5 }, (_, i) => `Number ${i}. ${'Hello. '.repeat(i)}`);
      const together = await Promise.all(texts.map((input) => say({ input, sampleRate: 8000 })));
      for (const [i, input] of texts.entries()) expect(together[i]).toEqual(await say({ input, sampleRate: 8000 }));
    });

    it.each<[string, SpeechRequest]>([
      ['speechEmpty', { input: '' }],
      ['speechEmpty', { input: ' \n\t ' }],
      ['speechUnspeakable', { input: '… – !? 😀' }],
      ['speechTooLong', { input: 'a '.repeat(longestSpeech) }],
      ['unknownVoice', { input: sentence, voice: 'nobody' }],
      ['unknownVoice', { input: sentence, language: 'tlh' }],
      ['badSpeed', { input: sentence, speed: 0.4 }],
      ['badSpeed', { input: sentence, speed: 2.1 }],
      ['badSpeed', { input: sentence, speed: Number.NaN }],
    ])('refuses with %s', async (error, request) => {
      expect(await speech.synthesize(request)).toEqual({ ok: false, error });
    });

    it('says nothing once closed, and ends what was under way', async () => {
      const another = open();
      const underWay = another.synthesize({ input: sentence.repeat(20) });
      await another.close();
      await another.close();
      expect(await another.synthesize({ input: sentence })).toEqual({ ok: false, error: 'speechUnavailable' });
      expect(await another.voices()).toEqual([]);
      await underWay;
    });
  });
}
