import type { Word } from '../../shared/recording/recording.ts';
import type { Result } from '../../shared/result.ts';

/** `transcriberUnavailable`: out of reach, or refuses. `transcriberTimedOut`: it took too long. `notUnderstood`: its answer makes no sense. */
export type TranscriberFailure = 'transcriberUnavailable' | 'transcriberTimedOut' | 'notUnderstood';

/** What was heard in one channel, in order; places in ms from the beginning. */
export type Heard = { readonly language: string; readonly words: readonly Omit<Word, 'channel'>[] };

/** Speech to text. */
export interface Transcriber {
  /** As people read it: `whisper.cpp`, `pocketsphinx`. */
  readonly name: string;
  /** Not to be relied on. */
  readonly draft: boolean;
  /** The words of one channel. `path`: a mono 16-bit WAV, 8 kHz. `language`: BCP 47, where it is known. */
  transcribe(request: {
    readonly path: string;
    readonly language?: string;
  }): Promise<Result<Heard, TranscriberFailure>>;
  close(): Promise<void>;
}
