/** Something the server cannot start without is not to be had. The message is one sentence for whoever started it. */
export class FailedStart extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'FailedStart';
    this.exitCode = exitCode;
  }
}
