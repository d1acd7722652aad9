import { z } from 'zod';
import { ok, type Result } from '../../../shared/result.ts';
import type { Pcm, Speech, Voice } from '../../ports/speech.ts';
import { languageTag } from '../language-tag.ts';
import type { Ask, HttpRequest } from '../network/http-ask.ts';
import { jsonIn } from '../network/json-in.ts';
import { createNetworkSpeech, type NetworkOptions, type Words } from '../network/network-speech.ts';
import { type ListedVoice, pickVoices } from '../network/pick-voices.ts';
import { soundIn } from '../network/sound-of.ts';
import { type Trouble, useless } from '../network/trouble.ts';

export type GoogleOptions = NetworkOptions & {
  /** An API key that may use the Text-to-Speech API. */
  readonly key: string;
  /** Names of voices (`en-US-Neural2-F`); none: the usual ones. */
  readonly voices: readonly string[];
  /** BCP 47: the languages there is something to say in. */
  readonly languages: readonly string[];
  readonly baseUrl?: string;
};

const listSchema = z.object({
  voices: z.array(
    z.object({ name: z.string(), languageCodes: z.array(z.string()).min(1), ssmlGender: z.string().optional() }),
  ),
});
const soundSchema = z.object({ audioContent: z.string() });

/** Families that keep to a speed, the better first; the newer ones are dearer, and are offered where they are named. */
const families = ['Neural2', 'Wavenet', 'Standard'];

/**
 * Speech by Google Cloud Text-to-Speech.
 * https://cloud.google.com/text-to-speech/docs/reference/rest/v1/text/synthesize, …/v1/voices/list
 */
export function createGoogleSpeech(options: GoogleOptions): Speech {
  return createNetworkSpeech(
    {
      provider: 'google',
      engine: 'google-tts-1',
      mostSampleRate: 24_000,
      wanted: options.voices,
      listVoices: (ask) => listVoices(ask, options),
      speak: async (ask, words) => {
        const answer = await ask(request(options, 'POST', '/v1/text:synthesize', speechBody(words)));
        return answer.ok ? soundOfAnswer(answer.value.bytes, words.sampleRate) : answer;
      },
    },
    options,
  );
}

function request(
  { key, baseUrl = 'https://texttospeech.googleapis.com' }: GoogleOptions,
  method: HttpRequest['method'],
  path: string,
  content?: object,
): HttpRequest {
  // In a header: addresses are written into logs.
  const headers = { 'x-goog-api-key': key };
  const url = `${baseUrl}${path}`;
  if (content === undefined) return { url, method, headers };
  return { url, method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(content) };
}

const speechBody = ({ text, voice, speed, sampleRate }: Words): object => ({
  input: { text },
  // By Google's own name of the language, which begins the name of the voice: `cmn-CN-Wavenet-A`.
  voice: { languageCode: voice.id.split('-').slice(0, 2).join('-'), name: voice.id },
  audioConfig: { audioEncoding: 'LINEAR16', speakingRate: speed, sampleRateHertz: sampleRate },
});

/** It puts a WAV header before LINEAR16. */
function soundOfAnswer(bytes: Buffer, sampleRate: number): Result<Pcm, Trouble> {
  const parsed = soundSchema.safeParse(jsonIn(bytes));
  if (!parsed.success) return useless('not an answer with a sound');
  const sound = Buffer.from(parsed.data.audioContent, 'base64');
  return sound.toString('latin1', 0, 4) === 'RIFF' ? soundIn(sound, sampleRate) : useless('not a WAV file');
}

async function listVoices(ask: Ask, options: GoogleOptions): Promise<Result<readonly Voice[], Trouble>> {
  const answer = await ask(request(options, 'GET', '/v1/voices'));
  if (!answer.ok) return answer;
  const parsed = listSchema.safeParse(jsonIn(answer.value.bytes));
  if (!parsed.success) return useless('not a list of voices');
  const listed = parsed.data.voices.flatMap((voice) => listedVoice(voice) ?? []);
  const byFamily = listed.toSorted((one, other) => rankOf(one) - rankOf(other) || (one.id < other.id ? -1 : 1));
  return ok(pickVoices(byFamily, { languages: options.languages, only: options.voices }));
}

const rankOf = ({ quality }: ListedVoice): number => {
  const rank = families.indexOf(quality ?? '');
  return rank < 0 ? families.length : rank;
};

type GoogleVoice = z.output<typeof listSchema>['voices'][number];

function listedVoice({ name, languageCodes, ssmlGender }: GoogleVoice): ListedVoice | undefined {
  const language = languageTag(languageCodes[0] ?? '');
  // `en-US-Neural2-F`; names without a language need more than a name to be asked for.
  const family = /^[a-z]{2,3}-\w+-(.+)-\w+$/i.exec(name)?.[1];
  if (language === undefined || family === undefined) return undefined;
  const sex = ssmlGender === 'FEMALE' ? 'female' : ssmlGender === 'MALE' ? 'male' : 'other';
  const special = !families.includes(family);
  return { id: name, name: `Google, ${name}`, language, provider: 'google', quality: family, sex, special };
}
