import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeNetworkSpeech } from '../network/network-contract.testing.ts';
import { json, openStandIn, spokenTone } from '../network/stand-in.testing.ts';
import { pcmSamples } from '../pcm-bytes.ts';
import { writeWav } from '../wav.ts';
import { createGoogleSpeech, type GoogleOptions } from './google-speech.ts';

const key = 'AIza-stand-in-0123456789';

const listed = (name: string, ssmlGender: string, languageCode = name.split('-').slice(0, 2).join('-')) => ({
  languageCodes: [languageCode],
  name,
  ssmlGender,
  naturalSampleRateHertz: 24_000,
});
const catalogue = [
  listed('de-DE-Standard-A', 'FEMALE'),
  listed('de-DE-Wavenet-B', 'MALE'),
  listed('en-GB-Neural2-A', 'FEMALE'),
  listed('en-US-Chirp3-HD-Achernar', 'FEMALE'),
  listed('Achernar', 'FEMALE', 'en-US'),
  listed('en-US-Wavenet-A', 'MALE'),
  listed('en-US-Neural2-F', 'FEMALE'),
  listed('en-US-Neural2-D', 'MALE'),
  listed('cmn-CN-Wavenet-A', 'FEMALE'),
];

/** https://cloud.google.com/text-to-speech/docs/reference/rest/v1/text/synthesize */
const bodySchema = z.strictObject({
  input: z.strictObject({ text: z.string().min(1).max(5000) }),
  voice: z.strictObject({ languageCode: z.string(), name: z.string() }),
  audioConfig: z.strictObject({
    audioEncoding: z.literal('LINEAR16'),
    speakingRate: z.number().min(0.25).max(2),
    sampleRateHertz: z.number(),
  }),
});

const standIn = await openStandIn(({ method, path, headers, body }) => {
  if (headers['x-goog-api-key'] !== key) return json({ error: { status: 'PERMISSION_DENIED' } }, 403);
  if (method === 'GET' && path === '/v1/voices') return json({ voices: catalogue });
  if (method !== 'POST' || path !== '/v1/text:synthesize') return json({ error: { status: 'NOT_FOUND' } }, 404);
  const parsed = bodySchema.safeParse(JSON.parse(body));
  if (!parsed.success) return json({ error: { status: 'INVALID_ARGUMENT', message: body } }, 400);
  const { input, voice, audioConfig } = parsed.data;
  const known = catalogue.find(({ name }) => name === voice.name);
  if (known?.languageCodes[0] !== voice.languageCode) return json({ error: { status: 'INVALID_ARGUMENT' } }, 400);
  const { speakingRate, sampleRateHertz: sampleRate } = audioConfig;
  const samples = pcmSamples(spokenTone(input.text, speakingRate, sampleRate));
  return json({ audioContent: writeWav({ sampleRate, samples }).toString('base64') });
});
afterAll(() => standIn.close());

const fixed = { now: () => 1_700_000_000_000, after: () => () => {} };
const open = (options: Partial<GoogleOptions> = {}) =>
  createGoogleSpeech({
    key,
    voices: [],
    languages: ['en', 'de', 'zh'],
    clock: fixed,
    log: { warn: () => {} },
    baseUrl: standIn.url,
    ...options,
  });

describeNetworkSpeech('Google Text-to-Speech', { standIn, key, open });

describe('Google Text-to-Speech', () => {
  it('offers a woman’s and a man’s voice for each language, of the best family that has a speed', async () => {
    const speech = open();
    expect((await speech.voices()).map(({ id, language, quality }) => [id, language, quality])).toEqual([
      ['en-US-Neural2-F', 'en-US', 'Neural2'],
      ['en-US-Neural2-D', 'en-US', 'Neural2'],
      ['de-DE-Standard-A', 'de-DE', 'Standard'],
      ['de-DE-Wavenet-B', 'de-DE', 'Wavenet'],
      ['cmn-CN-Wavenet-A', 'zh-CN', 'Wavenet'],
    ]);
    await speech.close();
  });

  it('offers the voices that are named, others than the usual ones too', async () => {
    const speech = open({ voices: ['en-US-Chirp3-HD-Achernar', 'en-GB-Neural2-A', 'Achernar'] });
    expect((await speech.voices()).map(({ id }) => id)).toEqual(['en-US-Chirp3-HD-Achernar', 'en-GB-Neural2-A']);
    await speech.close();
  });

  it('is asked in its own name of the language, and keeps the key out of addresses', async () => {
    const speech = open();
    expect(await speech.synthesize({ input: '您好', language: 'zh', speed: 0.5, sampleRate: 8000 })).toMatchObject({
      ok: true,
      value: { sampleRate: 8000 },
    });
    expect(JSON.parse(standIn.received.at(-1)?.body ?? '')).toMatchObject({
      voice: { languageCode: 'cmn-CN', name: 'cmn-CN-Wavenet-A' },
      audioConfig: { speakingRate: 0.5, sampleRateHertz: 8000 },
    });
    expect(standIn.received.map(({ path }) => path).join()).not.toContain(key);
    await speech.close();
  });

  it.each([
    ['cut off', Buffer.from(writeWav({ sampleRate: 24_000, samples: new Int16Array(9000) })).subarray(0, 9000)],
    ['not a WAV file', spokenTone('Hello', 1, 24_000)],
    ['not a WAV file', Buffer.from('%%% no base64')],
  ])('does not take for a sound what is %s', async (_, content) => {
    const odd = await openStandIn(({ method }) =>
      json(method === 'GET' ? { voices: catalogue } : { audioContent: content.toString('base64') }),
    );
    const speech = open({ baseUrl: odd.url });
    expect(await speech.synthesize({ input: 'Hello' })).toEqual({ ok: false, error: 'speechUnavailable' });
    await speech.close();
    await odd.close();
  });
});
