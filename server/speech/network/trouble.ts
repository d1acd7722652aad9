import { fail, type Result } from '../../../shared/result.ts';

/** Why a provider gave no sound, or no list. */
export type Trouble = {
  readonly code: 'speechUnavailable' | 'speechTimedOut';
  /** For the log: nothing of the text, of the key, or of what the provider wrote. */
  readonly reason: string;
  /** It is no use asking again at once: everybody would wait for the same. */
  readonly lasting: boolean;
};

/** This one answer is of no use; the next may be. */
export const useless = (reason: string): Result<never, Trouble> =>
  fail({ code: 'speechUnavailable', reason, lasting: false });

export const outOfReach = (reason: string): Result<never, Trouble> =>
  fail({ code: 'speechUnavailable', reason, lasting: true });

export const tooSlow: Result<never, Trouble> = fail({ code: 'speechTimedOut', reason: 'too slow', lasting: true });
