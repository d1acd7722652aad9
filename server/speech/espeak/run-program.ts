import { spawn } from 'node:child_process';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';

/** A program and the arguments that always come first. */
export type Command = readonly [program: string, ...args: string[]];

export type ProgramFailure =
  /** It cannot be started. */
  | 'notThere'
  /** It ended with something else than 0. */
  | 'failed'
  | 'timedOut'
  | 'tooMuchOutput'
  /** Whoever started it has stopped it. */
  | 'stopped';

export type ProgramRun = {
  readonly args: readonly string[];
  readonly input: string;
  readonly clock: Pick<Clock, 'after'>;
  readonly deadlineMs: number;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
};

/**
 * What a program writes when it is given the input (UTF-8). It runs without a shell, with nothing of the environment but
 * where programs are found, and is killed when it takes too long, writes too much or is not wanted any more.
 */
export function runProgram([program, ...first]: Command, run: ProgramRun): Promise<Result<Buffer, ProgramFailure>> {
  const { args, input, clock, deadlineMs, mostBytes, signal } = run;
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(fail('stopped'));
    const child = spawn(program, [...first, ...args], {
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const output: Buffer[] = [];
    let bytes = 0;
    let killedFor: ProgramFailure | undefined;
    const kill = (reason: ProgramFailure): void => {
      killedFor ??= reason;
      child.kill('SIGKILL');
    };
    const onAbort = (): void => kill('stopped');
    const stopDeadline = clock.after(deadlineMs, () => kill('timedOut'));
    signal.addEventListener('abort', onAbort, { once: true });
    const end = (outcome: Result<Buffer, ProgramFailure>): void => {
      stopDeadline();
      signal.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > mostBytes) kill('tooMuchOutput');
      else output.push(part);
    });
    // A program that ends before it has read everything is judged by how it ends.
    child.stdin.on('error', () => child.stdin.destroy());
    child.on('error', () => end(fail('notThere')));
    child.on('close', (code) => {
      if (killedFor !== undefined) end(fail(killedFor));
      else end(code === 0 ? ok(Buffer.concat(output)) : fail('failed'));
    });
    child.stdin.end(input);
  });
}
