import { afterAll, describe, expect, it } from 'vitest';
import { describeNetworkSpeech } from '../network/network-contract.testing.ts';
import { json, openStandIn, spokenTone, textInXml } from '../network/stand-in.testing.ts';
import { createAzureSpeech, type AzureOptions } from './azure-speech.ts';

const key = 'azure-stand-in-0123456789';

const listed = (
  ShortName: string,
  Gender: string,
  more: { readonly Status?: string; readonly VoiceType?: string } = {},
) => ({
  Name: `Microsoft Server Speech Text to Speech Voice (${ShortName})`,
  DisplayName: ShortName.split('-')[2] ?? '',
  ShortName,
  Gender,
  Locale: ShortName.split('-').slice(0, 2).join('-'),
  SampleRateHertz: '24000',
  VoiceType: 'Neural',
  Status: 'GA',
  ...more,
});
const catalogue = [
  listed('de-DE-KatjaNeural', 'Female'),
  listed('de-DE-ConradNeural', 'Male'),
  listed('en-AU-NatashaNeural', 'Female'),
  listed('en-US-Ava:DragonHDLatestNeural', 'Female'),
  listed('en-US-NewNeural', 'Female', { Status: 'Preview' }),
  listed('en-US-JennyNeural', 'Female'),
  listed('en-US-GuyNeural', 'Male'),
  listed('en-US-AriaNeural', 'Female'),
];

const ssml =
  /^<speak version="1\.0" xmlns="http:\/\/www\.w3\.org\/2001\/10\/synthesis" xml:lang="([\w-]+)"><voice name="([^"<&]+)"><prosody rate="([+-]\d+)%">(.*)<\/prosody><\/voice><\/speak>$/;

/** https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech */
const standIn = await openStandIn(({ method, path, headers, body }) => {
  if (headers['ocp-apim-subscription-key'] !== key) return json({ error: 'invalid subscription key' }, 401);
  if (method === 'GET' && path === '/cognitiveservices/voices/list') return json(catalogue);
  if (method !== 'POST' || path !== '/cognitiveservices/v1') return json({}, 404);
  if (headers['content-type'] !== 'application/ssml+xml') return json({}, 415);
  const rate = /^raw-(8|16|24|48)khz-16bit-mono-pcm$/.exec(String(headers['x-microsoft-outputformat']))?.[1];
  const [, , name, change, marked] = ssml.exec(body) ?? [];
  const words = textInXml(marked ?? '');
  const known = catalogue.some(({ ShortName }) => ShortName === name);
  if (headers['user-agent'] === undefined || rate === undefined || !known || !words) return json({ body }, 400);
  const speed = 1 + Number(change) / 100;
  if (speed < 0.5 || speed > 2) return json({ body }, 400);
  return { type: 'audio/basic', body: spokenTone(words, speed, Number(rate) * 1000) };
});
afterAll(() => standIn.close());

const fixed = { now: () => 1_700_000_000_000, after: () => () => {} };
const open = (options: Partial<AzureOptions> = {}) =>
  createAzureSpeech({
    region: 'westeurope',
    key,
    voices: [],
    languages: ['en', 'de'],
    clock: fixed,
    log: { warn: () => {} },
    baseUrl: standIn.url,
    ...options,
  });

describeNetworkSpeech('Azure Speech', { standIn, key, open });

describe('Azure Speech', () => {
  it('offers a woman’s and a man’s voice for each language, and none that is new or dear', async () => {
    const speech = open();
    expect((await speech.voices()).map(({ id, name, language }) => [id, name, language])).toEqual([
      ['en-US-JennyNeural', 'Azure, JennyNeural', 'en-US'],
      ['en-US-GuyNeural', 'Azure, GuyNeural', 'en-US'],
      ['de-DE-KatjaNeural', 'Azure, KatjaNeural', 'de-DE'],
      ['de-DE-ConradNeural', 'Azure, ConradNeural', 'de-DE'],
    ]);
    await speech.close();
  });

  it('offers the voices that are named', async () => {
    const speech = open({ voices: ['en-AU-NatashaNeural', 'en-US-Ava:DragonHDLatestNeural'] });
    expect((await speech.voices()).map(({ id }) => id)).toEqual([
      'en-AU-NatashaNeural',
      'en-US-Ava:DragonHDLatestNeural',
    ]);
    await speech.close();
  });

  it.each([
    [0.5, '-50%'],
    [1, '+0%'],
    [1.26, '+26%'],
    [2, '+100%'],
  ])('is asked for speed %d as %s, at the rate that is wanted', async (speed, rate) => {
    const speech = open();
    expect(await speech.synthesize({ input: '5 < 6 & "7"', speed, sampleRate: 8000 })).toMatchObject({ ok: true });
    const last = standIn.received.at(-1);
    expect(last?.body).toContain(`<prosody rate="${rate}">5 &lt; 6 &amp; &quot;7&quot;</prosody>`);
    expect(last?.headers['x-microsoft-outputformat']).toBe('raw-8khz-16bit-mono-pcm');
    await speech.close();
  });

  it('has no voices when it tells something else', async () => {
    const odd = await openStandIn(() => json({ voices: [] }));
    const speech = open({ baseUrl: odd.url });
    expect(await speech.voices()).toEqual([]);
    await speech.close();
    await odd.close();
  });
});
