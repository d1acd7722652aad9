import type { Result } from '../../shared/result.ts';

export type Voice = {
  /** Unique among all voices of this Speech. */
  readonly id: string;
  readonly name: string;
  /** BCP 47: `en-US`. */
  readonly language: string;
  readonly provider: string;
  /** In the provider's own words: `standard`, `neural` … */
  readonly quality?: string;
};

/** What telephones, browsers and clouds use; every driver gives each of them. */
export type SpeechSampleRate = 8000 | 16_000 | 24_000 | 48_000;

export type SpeechRequest = {
  /** Plain text. Markup is never interpreted. */
  readonly input: string;
  /** Id of a voice; without one the language decides, and without that the default voice speaks. */
  readonly voice?: string;
  /** BCP 47, whole or its first part: `en` is content with `en-GB`. */
  readonly language?: string;
  /** 0.5 (slow) to 2 (fast); 1 is the voice's own. */
  readonly speed?: number;
  /** Samples a second; the voice's own unless said otherwise. */
  readonly sampleRate?: SpeechSampleRate;
};

/** Mono sound, 16 bit. */
export type Pcm = { readonly sampleRate: number; readonly samples: Int16Array };

export type SpeechFailure =
  /** Nothing but white space. */
  | 'speechEmpty'
  /** No word the voice can say: symbols only, or a script it does not know. */
  | 'speechUnspeakable'
  | 'speechTooLong'
  /** No voice of that id or language. */
  | 'unknownVoice'
  | 'badSpeed'
  /** The engine is down, closed, or has more to do than it can take. */
  | 'speechUnavailable'
  | 'speechTimedOut';

/** The longest text any voice takes, in characters. */
export const longestSpeech = 2000;

/** Text to speech. What a request sounds like depends on nothing but the request and `engine`: it may be kept. */
export interface Speech {
  /** Changes whenever the same request would sound different: engine, version, default voice. */
  readonly engine: string;
  /** The part of `engine` on which the sound of one voice depends, where there are parts. */
  readonly engineOf?: (voice: string) => string;
  /** The voices that can be had now; none while the engine is out of reach. */
  voices(): Promise<readonly Voice[]>;
  /** The whole sound of a text. A long text is better asked for sentence by sentence: the first can play while the next is made. */
  synthesize(request: SpeechRequest): Promise<Result<Pcm, SpeechFailure>>;
  /** Ends what is under way with `speechUnavailable`. */
  close(): Promise<void>;
}
