import type { Stored } from './stored.ts';

/** The mail about one voicemail. `tries` counts those that were begun. */
export type Letter = { readonly recordingId: string; readonly createdAt: number; readonly tries: number };

/** How it ended: `unwanted` where nobody wants mails of that line. */
export type LetterEnd = 'sent' | 'givenUp' | 'unwanted';

/** Mails about voicemails until they are sent, and that they were. A letter goes with its recording. Times are ms since the epoch. */
export interface MailOutbox {
  /** A voicemail of which there is, or was, a letter gets no other. False: there was one, or the recording is gone. */
  add(recordingId: string, at: number): Stored<boolean>;
  /**
   * The oldest whose time has come, with one try more, for whoever asks alone until `until`: whoever dies with it leaves it to the
   * next. Null: none.
   */
  claim(now: number, until: number): Stored<Letter | null>;
  /** Puts it back until then. Only while it is still of that try. */
  postpone(letter: Letter, changes: { readonly tries: number; readonly nextAt: number }): Stored<void>;
  /** Only while it is still of that try. */
  finish(letter: Letter, end: LetterEnd, at: number): Stored<void>;
  /** Those that wait to be sent. */
  waiting(): Stored<number>;
}
