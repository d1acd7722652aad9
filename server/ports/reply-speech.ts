import type { Prompt } from '../../shared/reply/menu.ts';
import type { ReplyPattern } from '../../shared/reply/pattern.ts';
import type { Result } from '../../shared/result.ts';
import type { SpeechFailure, Voice } from './speech.ts';

/** What a receptionist may choose from. */
export type ReplyOffer = {
  readonly languages: readonly OfferedLanguage[];
  readonly voices: readonly Voice[];
};

export type OfferedLanguage = {
  /** BCP 47: `en`. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  /** The voice that speaks when none is chosen. */
  readonly voice: string;
  readonly templates: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  /** Each structured reply in words, for a list; the numbers in them are examples. */
  readonly patterns: readonly { readonly pattern: ReplyPattern; readonly text: string }[];
};

/** In which voice everything of one reply is said; without a voice the language decides, without a language the default. */
export type Spoken = { readonly language?: string; readonly voice?: string; readonly speed?: number };

/** A message as the caller will hear it. */
export type SpokenMessage = {
  /** Absolute path of an 8 kHz mono 16-bit WAV. */
  readonly path: string;
  readonly lengthMs: number;
  readonly language: string;
  readonly voice: string;
  /** The voice that was asked for, or else is the language's usual one, is out of reach; the next one of the language speaks. */
  readonly fellBack: boolean;
};

/** `promptNotStored`: the data folder takes no file. `unknownLanguage`: there is no menu in it. */
export type ReplySpeechFailure = SpeechFailure | 'promptNotStored' | 'unknownLanguage';

/** Puts replies into words, and words into sound. What is said often is kept. */
export interface ReplySpeech {
  offer(): Promise<ReplyOffer>;
  /** A structured reply in the words of a language. */
  words(pattern: ReplyPattern, language?: string): Result<string, 'unknownLanguage'>;
  message(text: string, spoken: Spoken): Promise<Result<SpokenMessage, ReplySpeechFailure>>;
  /** The sound of a prompt of the menu, all but the message itself. */
  prompt(prompt: Prompt, spoken: Spoken): Promise<Result<string, ReplySpeechFailure>>;
  /** Speaks what the menu may need in that voice, before anybody waits for it. */
  warm(spoken: Spoken): Promise<void>;
  /** The bytes of a WAV file that `message` made. */
  read(path: string): Promise<Result<Uint8Array, 'promptNotStored'>>;
}
