import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { describeNetworkSpeech, handClock } from '../network/network-contract.testing.ts';
import { json, openStandIn, spokenTone } from '../network/stand-in.testing.ts';
import { createOpenAiSpeech } from './openai-speech.ts';

const key = 'sk-stand-in-0123456789';

/** https://platform.openai.com/docs/api-reference/audio/createSpeech */
const bodySchema = z.strictObject({
  model: z.literal('tts-1'),
  input: z.string().min(1).max(4096),
  voice: z.enum(['alloy', 'nova']),
  response_format: z.literal('pcm'),
  speed: z.number().min(0.25).max(4),
});

const standIn = await openStandIn(({ method, path, headers, body }) => {
  if (method !== 'POST' || path !== '/v1/audio/speech') return json({ error: { message: 'no such path' } }, 404);
  if (headers.authorization !== `Bearer ${key}`) return json({ error: { message: 'invalid_api_key' } }, 401);
  const request = bodySchema.safeParse(JSON.parse(body));
  if (headers['content-type'] !== 'application/json' || !request.success)
    return json({ error: { message: body } }, 400);
  const { input, speed } = request.data;
  return { type: 'audio/pcm', body: spokenTone(input, speed, 24_000) };
});
afterAll(() => standIn.close());

const voices = [
  { name: 'alloy', language: null },
  { name: 'nova', language: 'de-DE' },
];
const languages = ['en', 'de'];

describeNetworkSpeech('an OpenAI-compatible server', {
  standIn,
  key,
  open: ({ baseUrl, ...rest }) =>
    createOpenAiSpeech({ ...rest, baseUrl: `${baseUrl}/v1`, model: 'tts-1', voices, languages }),
});

it('has a voice in each language there is something to say in, unless it is said which it speaks', async () => {
  const speech = createOpenAiSpeech({
    clock: handClock(),
    log: { warn: () => {} },
    baseUrl: `${standIn.url}/v1/`,
    key,
    model: 'tts-1',
    voices,
    languages,
  });
  expect((await speech.voices()).map(({ id, language }) => [id, language])).toEqual([
    ['alloy@en', 'en'],
    ['alloy@de', 'de'],
    ['nova@de-DE', 'de-DE'],
  ]);
  expect(await speech.synthesize({ input: 'Hallo', voice: 'nova@de-DE', speed: 0.5 })).toMatchObject({ ok: true });
  expect(JSON.parse(standIn.received.at(-1)?.body ?? '')).toMatchObject({ voice: 'nova', input: 'Hallo', speed: 0.5 });
  await speech.close();
});

it('needs no key where the server asks for none, and takes a WAV header for what it says', async () => {
  const open = await openStandIn(({ headers }) => {
    if (headers.authorization !== undefined) return json({}, 400);
    const header = Buffer.from('UklGRv////9XQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0Yf////8=', 'base64');
    return { type: 'audio/wav', body: Buffer.concat([header, spokenTone('Hello', 1, 8000)]) };
  });
  const speech = createOpenAiSpeech({
    clock: handClock(),
    log: { warn: () => {} },
    baseUrl: open.url,
    key: null,
    model: 'kokoro',
    voices,
    languages,
  });
  const said = await speech.synthesize({ input: 'Hello', sampleRate: 8000 });
  expect(said).toMatchObject({ ok: true, value: { sampleRate: 8000, samples: { length: 2400 } } });
  await speech.close();
  await open.close();
});
