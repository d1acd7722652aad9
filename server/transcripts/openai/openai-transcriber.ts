import { z } from 'zod';
import type { Heard, Transcriber } from '../../ports/transcriber.ts';
import { msOf, networkTranscriber, type NetworkTranscriberOptions } from '../network/network-transcriber.ts';
import { spokenLanguage } from '../spoken-language.ts';

export type OpenAiTranscriberOptions = NetworkTranscriberOptions & {
  /** `https://api.openai.com/v1`, or that of any server that speaks the same. */
  readonly baseUrl: string;
  /** Null: the server asks for none. */
  readonly key: string | null;
  readonly model: string;
};

const answerSchema = z.object({
  language: z.string().optional(),
  words: z.array(z.object({ word: z.string(), start: z.number(), end: z.number() })).optional(),
  segments: z.array(z.object({ text: z.string(), start: z.number(), end: z.number() })).optional(),
  text: z.string(),
});

/** Speech to text by an OpenAI-compatible server (https://platform.openai.com/docs/api-reference/audio/createTranscription). */
export function createOpenAiTranscriber({ baseUrl, key, model, ...options }: OpenAiTranscriberOptions): Transcriber {
  return networkTranscriber(
    {
      name: 'openai',
      url: `${baseUrl.replace(/\/+$/, '')}/audio/transcriptions`,
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
      fields: [
        ['model', model],
        ['response_format', 'verbose_json'],
        ['timestamp_granularities[]', 'word'],
        ['temperature', '0'],
      ],
      read,
    },
    options,
  );
}

function read(answer: unknown): Heard | undefined {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { language, words, segments = [], text } = parsed.data;
  // Servers that time no words time sentences: better than nothing to click on.
  const timed = words ?? segments.map(({ text: word, start, end }) => ({ word, start, end }));
  if (timed.length === 0 && text.trim() !== '') return undefined;
  return {
    language: spokenLanguage(language),
    words: timed
      .map(({ word, start, end }) => ({ text: word.trim(), fromMs: msOf(start), toMs: msOf(Math.max(start, end)) }))
      .filter((word) => word.text !== ''),
  };
}
