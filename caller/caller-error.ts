/** `deadlinePassed`: it did not happen in time. `callEnded`: it cannot happen any more. `closed`: the caller was closed meanwhile. */
export type CallerErrorCode = 'deadlinePassed' | 'callEnded' | 'closed';

/** What a promise of the caller rejects with: a test that waits in vain should fail with a sentence that says for what. */
export class CallerError extends Error {
  readonly code: CallerErrorCode;

  constructor(code: CallerErrorCode, message: string) {
    super(message);
    this.name = 'CallerError';
    this.code = code;
  }
}
