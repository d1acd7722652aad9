/**
 * Where a caller is in the reply menu. It begins with the message, and every phase but `over` waits for something with a
 * limit of time. `keeping` is the moment between an answer and its being stored: only then is the caller thanked.
 */
export type Menu = Facts & Phase;

type Facts = {
  /** The number the caller calls from, where it can be offered for the call back; null where it is not known. */
  readonly ownNumber: string | null;
  /** How many times the message has been begun. */
  readonly heard: number;
  /** Wrong keys and silences since the last right key; the third ends the menu. */
  readonly mistakes: number;
  /** How many inputs the menu takes before it ends by itself: nobody stays in it for ever. */
  readonly left: number;
  /** Something is being said to the caller. */
  readonly saying: boolean;
};

export type Phase =
  | { readonly phase: 'listening' }
  | { readonly phase: 'choosing' }
  | { readonly phase: 'keyingNumber'; readonly digits: string }
  /** `number` is what will be called back; it is read out and waits for its confirmation. */
  | { readonly phase: 'confirmingNumber'; readonly number: string }
  | { readonly phase: 'leavingVoicemail'; readonly recording: boolean }
  | { readonly phase: 'keeping'; readonly answer: Answer }
  | { readonly phase: 'hearingGoodbye' }
  | { readonly phase: 'over' };

export type Answer =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** 3 to 20 digits; a caller's own number may begin with a +. */
  | { readonly kind: 'urgent'; readonly number: string }
  | { readonly kind: 'voicemail' };

export type MenuInput =
  | { readonly type: 'digit'; readonly digit: string }
  /** What was being said has been said, or could not be. */
  | { readonly type: 'played' }
  /** The time the last step gave has passed. */
  | { readonly type: 'silent' }
  /** The recording has ended and holds so much sound; 0 where there is none. */
  | { readonly type: 'recorded'; readonly lengthMs: number }
  /** The answer is stored. */
  | { readonly type: 'kept' }
  /** The answer could not be stored, or what was recorded could not be kept. */
  | { readonly type: 'notKept' }
  | { readonly type: 'hungUp' };

/** A sentence of the menu, in whatever language; the words are in the locale's prompt file. */
export type Prompt = { readonly key: PromptKey } | { readonly key: 'digits'; readonly digits: string };

export const promptKeys = [
  /** What the receptionist wrote. */
  'message',
  'options',
  'notAnOption',
  'keyNumber',
  /** The same, with the caller's own number offered on 1. */
  'keyNumberOrUseYours',
  'numberTooShort',
  'numberTooLong',
  'youKeyed',
  'confirmNumber',
  'voicemailGreeting',
  'voicemailEmpty',
  'voicemailKept',
  'answerKept',
  'numberKept',
  'notKept',
  'goodbye',
] as const;
export type PromptKey = (typeof promptKeys)[number];

/** What is to be done after an input. */
export type MenuStep = {
  readonly menu: Menu;
  /** To be said instead of what is being said; an empty list hushes it, null lets it go on. */
  readonly say: readonly Prompt[] | null;
  /** Begin to record the caller, with a tone before. */
  readonly record: boolean;
  /** Store this, then say `kept` or `notKept`. */
  readonly keep: Answer | null;
  /** When this much time passes without another input, that is the input `silent`. 0 only when it is over. */
  readonly waitMs: number;
};
