import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import type { ChildOptions } from './guardian-options.ts';
import { signalProcess } from './process-identity.ts';

const largestLog = 5_000_000;

export type ChildEnd = { readonly code: number | null; readonly signal: string | null };

/** A running child, as the guardian has it: `ended` resolves once, `stop` may be called any number of times. */
export type KeptChild = { readonly pid: number; readonly ended: Promise<ChildEnd>; readonly stop: () => void };

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      if (child.pid === undefined) reject(new Error('spawned without a process id'));
      else resolve(child.pid);
    });
  });
}

/** Starts the command in a process group of its own. Rejects when it cannot be started (not found, not executable, no such user). */
export async function keepChild(options: ChildOptions): Promise<KeptChild> {
  const { command, args, cwd, env, uid, gid } = options;
  const log = openLog(options.logFile);
  const user = { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
  const child = spawn(command, args, { cwd, env, ...user, stdio: ['ignore', log, log], detached: true });
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  closeSync(log);
  const pid = await started(child);
  let stopping = false;
  const stop = (): void => {
    if (stopping || child.exitCode !== null || child.signalCode !== null) return;
    stopping = true;
    child.kill(options.stopSignal);
    const deadline = setTimeout(() => signalProcess(-pid, 'SIGKILL'), options.stopDeadlineMs);
    child.once('exit', () => clearTimeout(deadline));
  };
  return { pid, ended, stop };
}
