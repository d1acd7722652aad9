/**
 * Something the server cannot start without is not to be had. The message is one sentence for whoever started it. The exit
 * code is 2 for a setting that can never be right.
 */
export class FailedStart extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'FailedStart';
    this.exitCode = exitCode;
  }
}
