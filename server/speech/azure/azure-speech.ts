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

export type AzureOptions = NetworkOptions & {
  readonly region: string;
  readonly key: string;
  /** Short names of voices (`en-US-JennyNeural`); none: the usual ones. */
  readonly voices: readonly string[];
  /** BCP 47: the languages there is something to say in. */
  readonly languages: readonly string[];
  readonly baseUrl?: string;
};

const listSchema = z.array(
  z.object({
    ShortName: z.string(),
    DisplayName: z.string(),
    Gender: z.string(),
    Locale: z.string(),
    VoiceType: z.string(),
    Status: z.string(),
  }),
);

/**
 * Speech by Azure AI Speech: its neural voices.
 * https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech
 */
export function createAzureSpeech(options: AzureOptions): Speech {
  const { region, key, baseUrl = `https://${region}.tts.speech.microsoft.com` } = options;
  // It refuses whoever does not say their name.
  const headers = { 'ocp-apim-subscription-key': key, 'user-agent': 'frontdesk' };
  return createNetworkSpeech(
    {
      provider: 'azure',
      engine: 'azure-speech-1',
      mostSampleRate: 24_000,
      wanted: options.voices,
      listVoices: (ask) =>
        listVoices(ask, { url: `${baseUrl}/cognitiveservices/voices/list`, method: 'GET', headers }, options),
      speak: async (ask, words) => {
        const answer = await ask({
          url: `${baseUrl}/cognitiveservices/v1`,
          method: 'POST',
          headers: {
            ...headers,
            'content-type': 'application/ssml+xml',
            'x-microsoft-outputformat': `raw-${words.sampleRate / 1000}khz-16bit-mono-pcm`,
          },
          body: marked(words),
        });
        return answer.ok ? soundOf(answer.value, words.sampleRate) : answer;
      },
    },
    options,
  );
}

/** A percentage without a sign is one with a plus to Azure: 50% would be half as fast again. */
function marked({ text, voice, speed }: Words): string {
  const change = Math.round((speed - 1) * 100);
  const rate = `${change < 0 ? '' : '+'}${change}%`;
  const words = `<prosody rate="${rate}">${escapeXml(text)}</prosody>`;
  const spoken = `<voice name="${escapeXml(voice.id)}">${words}</voice>`;
  return `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${voice.language}">${spoken}</speak>`;
}

async function listVoices(
  ask: Ask,
  request: HttpRequest,
  options: AzureOptions,
): Promise<Result<readonly Voice[], Trouble>> {
  const answer = await ask(request);
  if (!answer.ok) return answer;
  const parsed = listSchema.safeParse(jsonIn(answer.value.bytes));
  if (!parsed.success) return useless('not a list of voices');
  const listed = parsed.data.flatMap((voice) => listedVoice(voice) ?? []);
  return ok(pickVoices(listed, { languages: options.languages, only: options.voices }));
}

type AzureVoice = z.output<typeof listSchema>[number];

function listedVoice({ ShortName, DisplayName, Gender, Locale, VoiceType, Status }: AzureVoice) {
  const language = languageTag(Locale);
  if (language === undefined) return undefined;
  const voice: ListedVoice = {
    id: ShortName,
    name: `Azure, ${DisplayName}`,
    language,
    provider: 'azure',
    quality: VoiceType.toLowerCase(),
    sex: Gender === 'Female' ? 'female' : Gender === 'Male' ? 'male' : 'other',
    // `en-US-Ava:DragonHDLatestNeural` is of another price and has no speed.
    special: Status !== 'GA' || VoiceType !== 'Neural' || ShortName.includes(':'),
  };
  return voice;
}
