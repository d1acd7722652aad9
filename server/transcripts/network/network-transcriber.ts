import { fail, ok } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Heard, Transcriber } from '../../ports/transcriber.ts';
import { pieceByPiece } from '../piece-by-piece.ts';
import { lengthMsOf, wavOf } from '../sound-pieces.ts';
import { shortLanguage } from '../spoken-language.ts';
import { postSound } from './post-sound.ts';

export type NetworkTranscriberOptions = {
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Pick<Log, 'warn'>;
  /** BCP 47: what is spoken, where the provider is not to find out by itself. */
  readonly language: string | null;
  readonly pieceMs?: number;
};

type Provider = {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Besides the file and the language. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What it is told where nobody knows the language; undefined: nothing. */
  readonly anyLanguage?: string;
  /** Undefined for what makes no sense. */
  readonly read: (answer: unknown) => Heard | undefined;
};

/** Beside twice the length of the sound: a provider on a slow machine. */
const leastDeadlineMs = 60_000;

/** A provider that is sent a file in a form, and answers with JSON. */
export function networkTranscriber(provider: Provider, options: NetworkTranscriberOptions): Transcriber {
  return pieceByPiece({
    name: provider.name,
    draft: false,
    ...(options.pieceMs === undefined ? {} : { pieceMs: options.pieceMs }),
    hear: async (piece, language = options.language ?? undefined, signal) => {
      const form = new FormData();
      form.append('file', wavOf(piece), 'channel.wav');
      for (const [name, value] of provider.fields) form.append(name, value);
      const spoken = language === undefined ? provider.anyLanguage : shortLanguage(language);
      if (spoken !== undefined) form.append('language', spoken);
      const { url, headers } = provider;
      const deadlineMs = leastDeadlineMs + 2 * lengthMsOf(piece);
      const answer = await postSound(options, { url, headers, form, deadlineMs, signal });
      if (!answer.ok) return answer;
      const heard = provider.read(answer.value);
      return heard === undefined ? fail('notUnderstood') : ok(heard);
    },
  });
}

/** Seconds with fractions, as they all write them. */
export const msOf = (seconds: number): number => Math.max(0, Math.round(seconds * 1000));
