import type { Agent, Caller, QueueRef } from '../call/call.ts';

/**
 * What was said and is kept: a conversation, or the message a caller left. Two channels of a conversation: the caller
 * left, our side right. Times are milliseconds since the epoch, places in the sound milliseconds from its beginning.
 */
export type Recording = {
  readonly id: string;
  /** Counts its changes: of two that name the same recording, the higher one is right. */
  readonly version: number;
  readonly kind: RecordingKind;
  readonly callId: string;
  readonly queue: QueueRef | null;
  readonly caller: Pick<Caller, 'number' | 'name' | 'withheld'>;
  /** Who of ours talked, in the order in which they came; of a voicemail whoever had replied to the caller, if anybody had. */
  readonly people: readonly RecordedPerson[];
  readonly startedAt: number;
  readonly lengthMs: number;
  readonly channels: 1 | 2;
  /** Its end is missing: the server or the phone system broke down in the middle. */
  readonly cut: boolean;
  readonly marks: readonly Mark[];
  readonly note: string;
  /** When it is deleted by itself; null: never. */
  readonly keepUntil: number | null;
  /** Somebody said that it is to be kept whatever `keepUntil` says. */
  readonly exempt: Deed | null;
  /** Of a voicemail: null while somebody should still listen to it. */
  readonly handled: Deed | null;
  /** `off`: nobody transcribed when it was made, and nobody has asked for it since. */
  readonly transcript: 'off' | 'pending' | 'ready' | 'failed';
};

export type RecordingKind = 'call' | 'voicemail';
export type RecordedPerson = Pick<Agent, 'userId' | 'name'>;
export type Deed = { readonly at: number; readonly by: RecordedPerson };

/** A place in a recording. `id` is unique in it. */
export type Mark = {
  readonly id: string;
  readonly atMs: number;
  readonly kind: MarkKind;
  /** Whom it is about, or what somebody wrote; may be empty. */
  readonly text: string;
};

export type MarkKind =
  /** The caller was told, or heard the beep. */
  | 'announced'
  /** Silence begins, until `resumed`: card data. */
  | 'paused'
  | 'resumed'
  | 'held'
  | 'unheld'
  | 'transferred'
  | 'answered'
  /** The console went away; somebody came back with `answered`. */
  | 'legLost'
  /** Somebody set it by hand. */
  | 'custom';

/** The words of a recording, timed. */
export type Transcript = {
  readonly recordingId: string;
  /** Who made it: `whisper.cpp`, `pocketsphinx` … */
  readonly provider: string;
  /** Not to be relied on. */
  readonly draft: boolean;
  /** BCP 47. */
  readonly language: string;
  readonly words: readonly Word[];
};

/** `channel` 0 is the caller. */
export type Word = { readonly channel: 0 | 1; readonly fromMs: number; readonly toMs: number; readonly text: string };

/** How loud it is, for the picture: the highest value (0 to 100) of each tick, by channel. */
export type Peaks = { readonly tickMs: number; readonly channels: readonly (readonly number[])[] };
