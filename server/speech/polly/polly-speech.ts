import { AwsV4Signer } from 'aws4fetch';
import { z } from 'zod';
import { ok, type Result } from '../../../shared/result.ts';
import type { Speech, Voice } from '../../ports/speech.ts';
import { languageTag } from '../language-tag.ts';
import { escapeXml } from '../network/escape-xml.ts';
import type { Ask, HttpRequest } from '../network/http-ask.ts';
import { jsonIn } from '../network/json-in.ts';
import { createNetworkSpeech, type NetworkOptions, type Words } from '../network/network-speech.ts';
import { type ListedVoice, pickVoices } from '../network/pick-voices.ts';
import { soundOf } from '../network/sound-of.ts';
import { type Trouble, useless } from '../network/trouble.ts';

export type PollyOptions = NetworkOptions & {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Names of voices (`Joanna`); none: the usual ones. */
  readonly voices: readonly string[];
  /** BCP 47: the languages there is something to say in. */
  readonly languages: readonly string[];
  readonly baseUrl?: string;
};

const pageSchema = z.object({
  NextToken: z.string().nullish(),
  Voices: z.array(
    z.object({
      Id: z.string(),
      Gender: z.string(),
      LanguageCode: z.string(),
      SupportedEngines: z.array(z.string()),
    }),
  ),
});
const mostPages = 10;

/**
 * Speech by Amazon Polly: its neural voices, and standard ones where there is no neural one.
 * https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html, API_DescribeVoices.html
 */
export function createPollySpeech(options: PollyOptions): Speech {
  return createNetworkSpeech(
    {
      provider: 'polly',
      engine: 'polly-1',
      mostSampleRate: 16_000,
      wanted: options.voices,
      listVoices: (ask) => listVoices(ask, options),
      speak: async (ask, words) => {
        const sampleRate = words.sampleRate === 8000 ? 8000 : 16_000;
        const answer = await ask(await signed(options, 'POST', '/v1/speech', speechBody({ ...words, sampleRate })));
        return answer.ok ? soundOf(answer.value, sampleRate) : answer;
      },
    },
    options,
  );
}

/** The speed goes by markup only; without it the text stays what it is. */
function speechBody({ text, voice, speed, sampleRate }: Words): object {
  const marked = `<speak><prosody rate="${Math.round(speed * 100)}%">${escapeXml(text)}</prosody></speak>`;
  return {
    Engine: voice.quality,
    OutputFormat: 'pcm',
    SampleRate: String(sampleRate),
    VoiceId: voice.id,
    ...(speed === 1 ? { Text: text, TextType: 'text' } : { Text: marked, TextType: 'ssml' }),
  };
}

async function listVoices(ask: Ask, options: PollyOptions): Promise<Result<readonly Voice[], Trouble>> {
  const listed: ListedVoice[] = [];
  let path: string | undefined = '/v1/voices';
  for (let page = 0; path !== undefined && page < mostPages; page += 1) {
    const answer = await ask(await signed(options, 'GET', path));
    if (!answer.ok) return answer;
    const parsed = pageSchema.safeParse(jsonIn(answer.value.bytes));
    if (!parsed.success) return useless('not a list of voices');
    const { Voices, NextToken } = parsed.data;
    listed.push(...Voices.flatMap((voice) => listedVoice(voice) ?? []));
    path = NextToken ? `/v1/voices?NextToken=${encodeURIComponent(NextToken)}` : undefined;
  }
  return ok(pickVoices(listed, { languages: options.languages, only: options.voices }));
}

type PollyVoice = z.output<typeof pageSchema>['Voices'][number];

function listedVoice({ Id, Gender, LanguageCode, SupportedEngines }: PollyVoice): ListedVoice | undefined {
  const language = languageTag(LanguageCode);
  const quality = ['neural', 'standard'].find((engine) => SupportedEngines.includes(engine));
  if (language === undefined || quality === undefined) return undefined;
  const sex = Gender === 'Female' ? 'female' : 'male';
  return { id: Id, name: `Amazon Polly, ${Id}`, language, provider: 'polly', quality, sex };
}

/** Signature Version 4, at our clock. */
async function signed(
  { region, accessKeyId, secretAccessKey, clock, baseUrl = `https://polly.${region}.amazonaws.com` }: PollyOptions,
  method: HttpRequest['method'],
  path: string,
  content?: object,
): Promise<HttpRequest> {
  const signer = new AwsV4Signer({
    method,
    url: `${baseUrl}${path}`,
    accessKeyId,
    secretAccessKey,
    service: 'polly',
    region,
    datetime: new Date(clock.now()).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    ...(content !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
    }),
  });
  const { url, headers } = await signer.sign();
  return {
    url: url.href,
    method,
    headers: Object.fromEntries(headers),
    ...(content !== undefined && { body: JSON.stringify(content) }),
  };
}
