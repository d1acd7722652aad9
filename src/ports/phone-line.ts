import type { Result } from '../../shared/result.ts';
import type { LineSample } from './line-sample.ts';
import type { TestProbe } from './test-probe.ts';

/** This desk's telephone: one registration, and the desk's own side of each call. */
export interface PhoneLine {
  /** Registers, and stays registered through every loss of the connection until closed. */
  connect(account: PhoneAccount): void;
  /** Ends what rings or talks here, gives the registration back, and lets go of the audio. */
  close(): Promise<void>;
  /** Tries to connect now instead of when the pause is over. */
  retry(): void;
  state(): PhoneState;
  /** Answers the way to stop listening. */
  subscribe(listener: (event: PhoneEvent) => void): () => void;

  /** Takes the call. If it has not arrived at this phone yet (its card was faster), waits for it up to 3 s. */
  answer(callId: string): Promise<Result<void, AnswerFailure>>;
  /** Ends this desk's side of a call, or declines it while it rings. */
  hangUp(callId: string): Promise<Result<void, 'noSuchLine'>>;
  /** Nothing said at this desk reaches the caller while muted; at once, without asking anybody. */
  mute(callId: string, muted: boolean): Result<void, 'noSuchLine'>;
  mutedOf(callId: string): boolean;
  /** A call on hold is neither heard nor spoken to, whatever the PBX does; its mute is kept for afterwards. */
  hold(callId: string, held: boolean): Result<void, 'noSuchLine'>;
  /** Sends keys (`0` to `9`, `*`, `#`) to the caller as telephone events (RFC 4733), after those still being sent. */
  sendDigits(callId: string, digits: string): Result<void, 'noSuchLine' | 'digitsRefused'>;
  /** How loud the caller is just now, 0 to 1; 0 when there is no such line. */
  levelOf(callId: string): number;
  /** What its audio has come to by now; null while it is not connected. */
  sample(callId: string): Promise<LineSample | null>;
  /** Measures a test call that is connected; null when it is not. */
  testProbe(callId: string): TestProbe | null;
}

export type PhoneAccount = {
  /** The SIP address of record to register (RFC 3261 §10); the session cookie is the proof, there is no password. */
  readonly sipUri: string;
};

/** Times are this computer's, milliseconds since the epoch. */
export type PhoneState =
  | { readonly state: 'offline'; readonly since: number }
  | { readonly state: 'connecting'; readonly since: number }
  | { readonly state: 'registered'; readonly since: number }
  /** It will not try again by itself. `replaced`: another browser has this desk's phone now. */
  | { readonly state: 'refused'; readonly since: number; readonly why: 'notAllowed' | 'replaced' | 'signedOut' };

export type PhoneEvent =
  | { readonly type: 'stateChanged'; readonly state: PhoneState }
  /** The call rings at this phone. */
  | { readonly type: 'offered'; readonly callId: string }
  /** It does not ring here any more. */
  | { readonly type: 'offerEnded'; readonly callId: string; readonly why: OfferEnd }
  /** This phone was to take the call by itself, and could not: it does not ring here any more, and nobody declined it. */
  | { readonly type: 'answerFailed'; readonly callId: string; readonly why: AnswerFailure }
  | { readonly type: 'connected'; readonly callId: string }
  | { readonly type: 'ended'; readonly callId: string; readonly by: 'us' | 'them' | 'answeredElsewhere' | 'failure' }
  /** The browser does not let the caller be heard until `cure` is called from a click. */
  | { readonly type: 'soundBlocked'; readonly cure: () => Promise<boolean> };

export type OfferEnd = 'answeredElsewhere' | 'cancelled' | 'declined' | 'failed';

export type AnswerFailure = 'noOffer' | 'noMicrophone' | 'mediaFailed' | 'phoneOffline';
