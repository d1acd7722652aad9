import type { Transcriber } from '../ports/transcriber.ts';
import {
  createPocketsphinxTranscriber,
  findPocketsphinx,
} from '../transcripts/pocketsphinx/pocketsphinx-transcriber.ts';
import { FailedStart } from './failed-start.ts';
import type { Surroundings } from './surroundings.ts';

/** Who writes down what was said in recordings, if anybody does; what asks a provider is loaded only then. */
export async function openTranscriber({
  settings: { transcripts },
  clock,
  log,
}: Pick<Surroundings, 'settings' | 'clock' | 'log'>): Promise<Transcriber | null> {
  if (transcripts === null) return null;
  switch (transcripts.provider) {
    case 'openai': {
      const { createOpenAiTranscriber } = await import('../transcripts/openai/openai-transcriber.ts');
      const { url: baseUrl, key, model, language } = transcripts;
      return createOpenAiTranscriber({ baseUrl, key, model, language, clock, log });
    }
    case 'whisper': {
      const { createWhisperTranscriber } = await import('../transcripts/whisper/whisper-transcriber.ts');
      return createWhisperTranscriber({ url: transcripts.url, language: transcripts.language, clock, log });
    }
    case 'pocketsphinx':
      if (await findPocketsphinx()) return createPocketsphinxTranscriber({ language: transcripts.language, clock });
      throw new FailedStart(
        'FRONTDESK_TRANSCRIPTS is pocketsphinx, and there is no pocketsphinx_continuous on the PATH.',
        2,
      );
    default:
      return transcripts satisfies never;
  }
}
