import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TranscriberFailure } from '../../ports/transcriber.ts';

/** A program and the arguments that always come first. */
export type Command = readonly [program: string, ...args: string[]];

export type Recognition = {
  /** What `-infile` reads as raw sound: 16 bit, 16 kHz, mono. */
  readonly sound: Uint8Array;
  readonly clock: Pick<Clock, 'after'>;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
};

/** Lines of words, of sounds that last minutes. */
const mostBytes = 4 * 1024 * 1024;

/**
 * What the program writes about the sound. It runs without a shell, with nothing of the
 * environment but where programs are found, and is killed when it takes too long, writes too much or is not wanted any more.
 */
export async function recognise(command: Command, run: Recognition): Promise<Result<string, TranscriberFailure>> {
  // What Node gives a program as its input is a socket, which the program cannot open by name.
  const folder = await mkdtemp(path.join(tmpdir(), 'frontdesk-heard-'));
  try {
    const file = path.join(folder, 'sound.raw');
    await writeFile(file, run.sound, { mode: 0o600 });
    return await recogniseFile(command, file, run);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function recogniseFile(
  [program, ...first]: Command,
  file: string,
  run: Omit<Recognition, 'sound'>,
): Promise<Result<string, TranscriberFailure>> {
  return new Promise((resolve) => {
    if (run.signal.aborted) return resolve(fail('transcriberUnavailable'));
    const child = spawn(program, [...first, '-infile', file, '-time', 'yes', '-logfn', '/dev/null'], {
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const output: Buffer[] = [];
    let bytes = 0;
    let killedFor: TranscriberFailure | undefined;
    const kill = (reason: TranscriberFailure): void => {
      killedFor ??= reason;
      child.kill('SIGKILL');
    };
    const onAbort = (): void => kill('transcriberUnavailable');
    const stopDeadline = run.clock.after(run.deadlineMs, () => kill('transcriberTimedOut'));
    run.signal.addEventListener('abort', onAbort, { once: true });
    const end = (outcome: Result<string, TranscriberFailure>): void => {
      stopDeadline();
      run.signal.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > mostBytes) kill('notUnderstood');
      else output.push(part);
    });
    child.on('error', () => end(fail('transcriberUnavailable')));
    child.on('close', (code) => {
      if (killedFor !== undefined) end(fail(killedFor));
      else end(code === 0 ? ok(Buffer.concat(output).toString()) : fail('transcriberUnavailable'));
    });
  });
}

/** Whether the program is there: without arguments it says how it is to be used, and ends. */
export function isThere([program, ...first]: Command): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, first, { env: { PATH: process.env['PATH'] }, stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('close', () => resolve(true));
  });
}
