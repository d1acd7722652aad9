import { z } from 'zod';
import { languageTag } from './speech/language-tag.ts';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const region = (name: string) =>
  z.string().regex(/^[a-z][a-z0-9-]{2,30}$/, `${name} is a region like eu-central-1 or westeurope.`);

/** A key goes into a header of HTTP. */
const key = (name: string) =>
  z.string().regex(/^[\x21-\x7e]+$/, `${name} is a key: letters, digits and signs, no space.`);

const namedVoices = list.transform((items, context) =>
  items.flatMap((item) => {
    const [, name, language] = /^([\w.-]{1,40})(?:=([\w-]+))?$/.exec(item) ?? [];
    const tag = language === undefined ? null : languageTag(language);
    if (name !== undefined && tag !== undefined) return [{ name, language: tag }];
    const message = `FRONTDESK_OPENAI_SPEECH_VOICES is a list like alloy,nova=de-DE; "${item}" does not fit into it.`;
    context.addIssue({ code: 'custom', message });
    return [];
  }),
);

/** What the environment may say of voices; `.env.example` and docs/voices.md explain every name. */
export const voiceEnvironment = {
  FRONTDESK_ESPEAK: z.enum(['auto', 'on', 'off'], 'FRONTDESK_ESPEAK is "auto", "on" or "off".').default('auto'),
  FRONTDESK_POLLY_REGION: region('FRONTDESK_POLLY_REGION').optional(),
  FRONTDESK_POLLY_KEY: key('FRONTDESK_POLLY_KEY').optional(),
  FRONTDESK_POLLY_SECRET: key('FRONTDESK_POLLY_SECRET').optional(),
  FRONTDESK_POLLY_VOICES: list.optional(),
  FRONTDESK_GOOGLE_TTS_KEY: key('FRONTDESK_GOOGLE_TTS_KEY').optional(),
  FRONTDESK_GOOGLE_TTS_VOICES: list.optional(),
  FRONTDESK_AZURE_SPEECH_REGION: region('FRONTDESK_AZURE_SPEECH_REGION').optional(),
  FRONTDESK_AZURE_SPEECH_KEY: key('FRONTDESK_AZURE_SPEECH_KEY').optional(),
  FRONTDESK_AZURE_SPEECH_VOICES: list.optional(),
  FRONTDESK_OPENAI_SPEECH_URL: z
    .url({
      protocol: /^https?$/,
      error: 'FRONTDESK_OPENAI_SPEECH_URL is an http address like https://api.openai.com/v1.',
    })
    .refine(
      (url) => !/^https?:\/\/[^/?#]*@/i.test(url),
      'FRONTDESK_OPENAI_SPEECH_URL holds no password: there is a key for that.',
    )
    .optional(),
  FRONTDESK_OPENAI_SPEECH_KEY: key('FRONTDESK_OPENAI_SPEECH_KEY').optional(),
  FRONTDESK_OPENAI_SPEECH_MODEL: z.string().min(1).optional(),
  FRONTDESK_OPENAI_SPEECH_VOICES: namedVoices.optional(),
};

type Name = keyof typeof voiceEnvironment;

/** Each is of no use without the others; those that come after `of` are of no use without the first. */
const together: readonly { readonly all: readonly [Name, ...Name[]]; readonly beside?: readonly Name[] }[] = [
  {
    all: ['FRONTDESK_POLLY_REGION', 'FRONTDESK_POLLY_KEY', 'FRONTDESK_POLLY_SECRET'],
    beside: ['FRONTDESK_POLLY_VOICES'],
  },
  { all: ['FRONTDESK_GOOGLE_TTS_KEY'], beside: ['FRONTDESK_GOOGLE_TTS_VOICES'] },
  {
    all: ['FRONTDESK_AZURE_SPEECH_REGION', 'FRONTDESK_AZURE_SPEECH_KEY'],
    beside: ['FRONTDESK_AZURE_SPEECH_VOICES'],
  },
  {
    all: ['FRONTDESK_OPENAI_SPEECH_URL', 'FRONTDESK_OPENAI_SPEECH_VOICES'],
    beside: ['FRONTDESK_OPENAI_SPEECH_KEY', 'FRONTDESK_OPENAI_SPEECH_MODEL'],
  },
];

/** The first setting that another one needs and that is not there, as a sentence. */
export function missingVoiceSetting(given: Readonly<Partial<Record<Name, unknown>>>): string | undefined {
  for (const { all, beside = [] } of together) {
    const there = [...all, ...beside].find((name) => given[name] !== undefined);
    const missing = all.find((name) => given[name] === undefined);
    if (there !== undefined && missing !== undefined) return `${missing} is needed beside ${there}.`;
  }
  return undefined;
}

type Picked = { readonly voices: readonly string[] };

/** Which voices there are besides Flite's; null: that provider is not asked. Empty lists of voices: the usual ones. */
export type VoiceSettings = {
  readonly espeak: 'auto' | 'on' | 'off';
  readonly polly: (Picked & { readonly region: string; readonly key: string; readonly secret: string }) | null;
  readonly google: (Picked & { readonly key: string }) | null;
  readonly azure: (Picked & { readonly region: string; readonly key: string }) | null;
  readonly openAi: {
    readonly url: string;
    /** Null: the server asks for none. */
    readonly key: string | null;
    readonly model: string;
    readonly voices: readonly { readonly name: string; readonly language: string | null }[];
  } | null;
};

const schema = z.object(voiceEnvironment);

/** `env` has passed `missingVoiceSetting`. */
export function voiceSettings(env: z.output<typeof schema>): VoiceSettings {
  return {
    espeak: env.FRONTDESK_ESPEAK,
    polly: polly(env),
    google: google(env),
    azure: azure(env),
    openAi: openAi(env),
  };
}

type Env = z.output<typeof schema>;

function polly(env: Env): VoiceSettings['polly'] {
  const { FRONTDESK_POLLY_REGION: region, FRONTDESK_POLLY_KEY: key, FRONTDESK_POLLY_SECRET: secret } = env;
  if (region === undefined || key === undefined || secret === undefined) return null;
  return { region, key, secret, voices: env.FRONTDESK_POLLY_VOICES ?? [] };
}

function google({ FRONTDESK_GOOGLE_TTS_KEY: key, FRONTDESK_GOOGLE_TTS_VOICES: voices = [] }: Env) {
  return key === undefined ? null : { key, voices };
}

function azure(env: Env): VoiceSettings['azure'] {
  const { FRONTDESK_AZURE_SPEECH_REGION: region, FRONTDESK_AZURE_SPEECH_KEY: key } = env;
  return region === undefined || key === undefined
    ? null
    : { region, key, voices: env.FRONTDESK_AZURE_SPEECH_VOICES ?? [] };
}

function openAi(env: Env): VoiceSettings['openAi'] {
  const { FRONTDESK_OPENAI_SPEECH_URL: url, FRONTDESK_OPENAI_SPEECH_VOICES: voices } = env;
  if (url === undefined || voices === undefined) return null;
  const { FRONTDESK_OPENAI_SPEECH_KEY: key = null, FRONTDESK_OPENAI_SPEECH_MODEL: model = 'tts-1' } = env;
  return { url, key, model, voices };
}
