import { z } from 'zod';
import type { Heard, Transcriber } from '../../ports/transcriber.ts';
import { msOf, networkTranscriber, type NetworkTranscriberOptions } from '../network/network-transcriber.ts';
import { spokenLanguage } from '../spoken-language.ts';
import { wordsOfTokens } from './words-of-tokens.ts';

export type WhisperTranscriberOptions = NetworkTranscriberOptions & {
  /** Where `whisper-server` listens: `http://127.0.0.1:8081`. */
  readonly url: string;
};

const answerSchema = z.object({
  language: z.string().optional(),
  segments: z.array(
    z.object({
      text: z.string(),
      start: z.number().optional(),
      end: z.number().optional(),
      words: z
        .array(z.object({ word: z.string(), start: z.number().optional(), end: z.number().optional() }))
        .optional(),
    }),
  ),
});

/** Speech to text by a `whisper-server` of whisper.cpp (https://github.com/ggml-org/whisper.cpp/tree/master/examples/server). */
export function createWhisperTranscriber({ url, ...options }: WhisperTranscriberOptions): Transcriber {
  return networkTranscriber(
    {
      name: 'whisper.cpp',
      url: `${url.replace(/\/+$/, '')}/inference`,
      headers: {},
      fields: [
        ['response_format', 'verbose_json'],
        ['temperature', '0.0'],
        ['temperature_inc', '0.2'],
      ],
      anyLanguage: 'auto',
      read,
    },
    options,
  );
}

function read(answer: unknown): Heard | undefined {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { language, segments } = parsed.data;
  const words = segments.flatMap(({ text, start = 0, end = start, words: tokens = [] }) =>
    wordsOfTokens(tokens.length > 0 ? tokens : [{ word: text, start, end }], start),
  );
  return {
    language: spokenLanguage(language),
    words: words.map((word) => ({ text: word.text, fromMs: msOf(word.start), toMs: msOf(word.end) })),
  };
}
