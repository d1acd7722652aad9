import { z } from 'zod';
import { languageTag } from './speech/language-tag.ts';

/** What the environment may say of transcripts; `.env.example` and docs/transcripts.md explain every name. */
export const transcriptEnvironment = {
  FRONTDESK_TRANSCRIPTS: z
    .enum(
      ['off', 'openai', 'whisper', 'pocketsphinx'],
      'FRONTDESK_TRANSCRIPTS is "off", "openai", "whisper" or "pocketsphinx".',
    )
    .default('off'),
  FRONTDESK_TRANSCRIPTS_URL: z
    .url({
      protocol: /^https?$/,
      error: 'FRONTDESK_TRANSCRIPTS_URL is an http address like https://api.openai.com/v1 or http://127.0.0.1:8081.',
    })
    .refine(
      (url) => !/^https?:\/\/[^/?#]*@/i.test(url),
      'FRONTDESK_TRANSCRIPTS_URL holds no password: there is a key for that.',
    )
    .optional(),
  FRONTDESK_TRANSCRIPTS_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'FRONTDESK_TRANSCRIPTS_KEY is a key: letters, digits and signs, no space.')
    .optional(),
  FRONTDESK_TRANSCRIPTS_MODEL: z.string().min(1).optional(),
  FRONTDESK_TRANSCRIPTS_LANGUAGE: z
    .string()
    .refine((text) => languageTag(text) !== undefined, 'FRONTDESK_TRANSCRIPTS_LANGUAGE is a language like en or de-DE.')
    .optional(),
};

const schema = z.object(transcriptEnvironment);
type Env = z.output<typeof schema>;

const usedBy: Readonly<Record<Env['FRONTDESK_TRANSCRIPTS'], readonly (keyof Env)[]>> = {
  off: [],
  openai: ['FRONTDESK_TRANSCRIPTS_URL', 'FRONTDESK_TRANSCRIPTS_KEY', 'FRONTDESK_TRANSCRIPTS_MODEL'],
  whisper: ['FRONTDESK_TRANSCRIPTS_URL'],
  pocketsphinx: [],
};
const ofOneProvider = [
  'FRONTDESK_TRANSCRIPTS_URL',
  'FRONTDESK_TRANSCRIPTS_KEY',
  'FRONTDESK_TRANSCRIPTS_MODEL',
] as const;

/** What does not fit together, as a sentence. */
export function wrongTranscriptSetting(env: Env): string | undefined {
  const wanted = env.FRONTDESK_TRANSCRIPTS;
  const needsUrl = wanted === 'openai' || wanted === 'whisper';
  if (needsUrl && env.FRONTDESK_TRANSCRIPTS_URL === undefined) {
    return `FRONTDESK_TRANSCRIPTS_URL is needed beside FRONTDESK_TRANSCRIPTS=${wanted}.`;
  }
  const useless = ofOneProvider.find((name) => env[name] !== undefined && !usedBy[wanted].includes(name));
  return useless === undefined ? undefined : `${useless} is of no use beside FRONTDESK_TRANSCRIPTS=${wanted}.`;
}

/** Who writes down what was said in recordings; null: nobody. `language` null: they find out by themselves. */
export type TranscriptSettings =
  | {
      readonly provider: 'openai';
      readonly url: string;
      /** Null: the server asks for none. */
      readonly key: string | null;
      readonly model: string;
      readonly language: string | null;
    }
  | { readonly provider: 'whisper'; readonly url: string; readonly language: string | null }
  | { readonly provider: 'pocketsphinx'; readonly language: string | null }
  | null;

/** `env` has passed `wrongTranscriptSetting`. */
export function transcriptSettings(env: Env): TranscriptSettings {
  const { FRONTDESK_TRANSCRIPTS: provider, FRONTDESK_TRANSCRIPTS_URL: url } = env;
  const language = languageTag(env.FRONTDESK_TRANSCRIPTS_LANGUAGE ?? '') ?? null;
  if (provider === 'pocketsphinx') return { provider, language };
  if (provider === 'off' || url === undefined) return null;
  if (provider === 'whisper') return { provider, url, language };
  const { FRONTDESK_TRANSCRIPTS_KEY: key = null, FRONTDESK_TRANSCRIPTS_MODEL: model = 'whisper-1' } = env;
  return { provider, url, key, model, language };
}
