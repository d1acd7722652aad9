import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { json, openStandIn, type Received, spokenTone, type StandIn, textInXml } from '../network/stand-in.testing.ts';

export const pollyAccount = {
  region: 'eu-central-1',
  accessKeyId: 'AKIDSTANDIN',
  secretAccessKey: 'wJalrXUtnFEMI-stand-in',
};

const voice = (Id: string, Gender: string, LanguageCode: string, ...SupportedEngines: readonly string[]) => ({
  Id,
  Name: Id,
  Gender,
  LanguageCode,
  LanguageName: LanguageCode,
  SupportedEngines,
});

/** Two pages, as DescribeVoices gives them. */
const pages = [
  [
    voice('Danielle', 'Female', 'en-US', 'generative'),
    voice('Joanna', 'Female', 'en-US', 'neural', 'standard'),
    voice('Amy', 'Female', 'en-GB', 'neural', 'standard'),
    voice('Gwyneth', 'Female', 'en-GB-WLS', 'standard'),
  ],
  [
    voice('Matthew', 'Male', 'en-US', 'neural', 'standard'),
    voice('Zhiyu', 'Female', 'cmn-CN', 'neural', 'standard'),
    voice('Hans', 'Male', 'de-DE', 'standard'),
  ],
];
const engines = new Map(pages.flat().map(({ Id, SupportedEngines }) => [Id, SupportedEngines]));

const bodySchema = z.strictObject({
  Engine: z.enum(['standard', 'neural']),
  OutputFormat: z.literal('pcm'),
  SampleRate: z.enum(['8000', '16000']),
  Text: z.string().min(1).max(6000),
  TextType: z.enum(['text', 'ssml']),
  VoiceId: z.string(),
});

/** How far the clock of who signs may be from Amazon's. */
const clockSkewMs = 5 * 60_000;

/**
 * Amazon Polly as its reference says: https://docs.aws.amazon.com/polly/latest/dg/API_Reference.html. Signatures are
 * checked; `at` is its clock, ms since the epoch.
 */
export const openPollyStandIn = (at: () => number): Promise<StandIn> =>
  openStandIn((request) => {
    if (!isSigned(request, at())) return json({ message: 'The request signature does not match' }, 403);
    if (request.path === '/v1/speech') return speech(request);
    const token = /^\/v1\/voices(?:\?NextToken=(\d))?$/.exec(request.path);
    const page = Number(token?.[1] ?? 0);
    if (token === null || request.method !== 'GET') return json({ message: 'no such path' }, 404);
    return json({ Voices: pages[page], ...(page + 1 < pages.length && { NextToken: String(page + 1) }) });
  });

function speech({ method, headers, body }: Received) {
  const parsed = bodySchema.safeParse(JSON.parse(body));
  if (method !== 'POST' || headers['content-type'] !== 'application/json' || !parsed.success) return json({}, 400);
  const { Engine, SampleRate, Text, TextType, VoiceId } = parsed.data;
  if (engines.get(VoiceId)?.includes(Engine) !== true) return json({ message: 'EngineNotSupportedException' }, 400);
  const [, rate = '100', marked = ''] = /^<speak><prosody rate="(\d+)%">(.*)<\/prosody><\/speak>$/.exec(Text) ?? [];
  const words = TextType === 'text' ? Text : textInXml(marked);
  if (words === undefined || words === '' || Number(rate) < 20 || Number(rate) > 200)
    return json({ message: `InvalidSsmlException: ${Text}` }, 400);
  return { type: 'audio/pcm', body: spokenTone(words, Number(rate) / 100, Number(SampleRate)) };
}

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, content: string): Buffer => createHmac('sha256', key).update(content).digest();

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, worked out once more. */
function isSigned({ method, path, headers, body }: Received, now: number): boolean {
  const { accessKeyId, secretAccessKey, region } = pollyAccount;
  const date = String(headers['x-amz-date']);
  const scope = `${date.slice(0, 8)}/${region}/polly/aws4_request`;
  const names = /SignedHeaders=([\w;-]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  const [resource, query = ''] = path.split('?');
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, resource, query, lines.join(''), names, sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = [date.slice(0, 8), region, 'polly', 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${secretAccessKey}`));
  const signature = hmac(key, toSign).toString('hex');
  const expected = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return headers.authorization === expected && Math.abs(timeOf(date) - now) < clockSkewMs && names.includes('host');
}

/** `20231114T221320Z` as ms since the epoch; NaN for anything else. */
const timeOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
