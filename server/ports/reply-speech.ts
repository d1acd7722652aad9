import type { Prompt } from '../../shared/reply/menu.ts';
import type { ReplyPattern } from '../../shared/reply/pattern.ts';
import type { TimeWords } from '../../shared/reply/time-words.ts';
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
  /** What may come in the place of the `{time}` of a timed text. */
  readonly times: TimeWords;
  readonly templates: readonly (OfferedText & { readonly id: string; readonly name: string })[];
  /** Each structured reply in words, for a list; the numbers in them are examples. */
  readonly patterns: readonly (OfferedText & { readonly pattern: ReplyPattern })[];
};

/** `timed`: the same with `{time}` in the place of its time, where it names one that may be another. */
type OfferedText = { readonly text: string; readonly timed?: string };

/** In which voice everything of one reply is said; without a voice the language decides, without a language the default. */
export type Spoken = { readonly language?: string; readonly voice?: string; readonly speed?: number };

/** A sentence of a message, or a few short ones, as the caller will hear them. */
export type SpokenSentence = {
  /** Absolute path of an 8 kHz mono 16-bit WAV. */
  readonly path: string;
  readonly lengthMs: number;
  /** The voice that was asked for, or else is the language's usual one, is out of reach; the next one of the language speaks. */
  readonly fellBack: boolean;
};

/** A message as the caller will hear it, sentence by sentence. */
export type SpokenMessage = {
  /** What can be heard at once: the first sentence at least, all of them where they were spoken before. */
  readonly ready: readonly [SpokenSentence, ...SpokenSentence[]];
  /**
   * What follows, made one after the other while the caller listens. null: no voice could speak it, which is logged, and
   * it and what comes after it is not heard. None of them rejects.
   */
  readonly rest: readonly Promise<SpokenSentence | null>[];
  readonly language: string;
  readonly voice: string;
  /** The voice that was asked for is out of reach; the next one of the language speaks, from the first word on. */
  readonly fellBack: boolean;
};

/** The sound of a whole message: a WAV file. */
export type WholeMessage = { readonly sound: Uint8Array; readonly fellBack: boolean };

/** `promptNotStored`: the data folder takes no file. `unknownLanguage`: there is no menu in it. */
export type ReplySpeechFailure = SpeechFailure | 'promptNotStored' | 'unknownLanguage';

/** Puts replies into words, and words into sound. What is said often is kept. */
export interface ReplySpeech {
  offer(): Promise<ReplyOffer>;
  /** A structured reply in the words of a language. */
  words(pattern: ReplyPattern, language?: string): Result<string, 'unknownLanguage'>;
  /**
   * The message, when its first sentence is ready. What is written short is said in words, and what nobody says (markup,
   * pictures) is left out; a text with nothing to say in it, or in another script, is refused as a whole.
   */
  message(text: string, spoken: Spoken): Promise<Result<SpokenMessage, ReplySpeechFailure>>;
  /** The sound of a prompt of the menu, all but the message itself. */
  prompt(prompt: Prompt, spoken: Spoken): Promise<Result<string, ReplySpeechFailure>>;
  /** Speaks what the menu may need in that voice, before anybody waits for it. */
  warm(spoken: Spoken): Promise<void>;
  /** The very sound of a message, when all of it is ready. `speechUnavailable`: a sentence of it could not be spoken. */
  whole(message: SpokenMessage): Promise<Result<WholeMessage, 'promptNotStored' | 'speechUnavailable'>>;
}
