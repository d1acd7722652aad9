import { ok } from '../../../shared/result.ts';
import type { Speech, Voice } from '../../ports/speech.ts';
import { createNetworkSpeech, type NetworkOptions } from '../network/network-speech.ts';
import { soundOf } from '../network/sound-of.ts';

/** A voice by its name; one without a language speaks all of them. */
export type NamedVoice = { readonly name: string; readonly language: string | null };

export type OpenAiOptions = NetworkOptions & {
  /** What `/audio/speech` is added to: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** Null: the server asks for none. */
  readonly key: string | null;
  readonly model: string;
  readonly voices: readonly NamedVoice[];
  /** BCP 47: the languages there is something to say in. */
  readonly languages: readonly string[];
};

/** What the API says that `pcm` is. */
const sampleRate = 24_000;

/**
 * Speech by any server with OpenAI's `POST /v1/audio/speech`. There is no list of voices to ask for: they are named by setting.
 * https://platform.openai.com/docs/api-reference/audio/createSpeech
 */
export function createOpenAiSpeech(options: OpenAiOptions): Speech {
  const { baseUrl, key, model } = options;
  const voices = voicesOf(options);
  return createNetworkSpeech(
    {
      provider: 'openai',
      engine: `openai-${model}-${baseUrl}`,
      mostSampleRate: sampleRate,
      wanted: [],
      listVoices: () => Promise.resolve(ok(voices.map(({ voice }) => voice))),
      speak: async (ask, { text, voice, speed }) => {
        const name = voices.find((one) => one.voice.id === voice.id)?.name ?? voice.id;
        const answer = await ask({
          url: `${baseUrl.replace(/\/+$/, '')}/audio/speech`,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(key !== null && { authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({ model, input: text, voice: name, response_format: 'pcm', speed }),
        });
        return answer.ok ? soundOf(answer.value, sampleRate) : answer;
      },
    },
    options,
  );
}

type KnownVoice = { readonly name: string; readonly voice: Voice };

const voicesOf = ({ voices, languages }: OpenAiOptions): readonly KnownVoice[] =>
  voices.flatMap(({ name, language }) => (language === null ? languages : [language]).map((one) => known(name, one)));

const known = (name: string, language: string): KnownVoice => ({
  name,
  voice: { id: `${name}@${language}`, name, language, provider: 'openai' },
});
