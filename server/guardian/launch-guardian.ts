import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nodeArguments } from './guardian-entry.ts';
import type { GuardianFailure } from './guardian-failure.ts';
import type { GuardianOptions } from './guardian-options.ts';

const listensWithinMs = 15_000;

/** The guardian inherits as little as it can: a secret in the server's environment is none of its business. */
const environment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  TMPDIR: tmpdir(),
  TSX_DISABLE_CACHE: '1',
});

function startDetached(entry: string, log: number): ChildProcess {
  return spawn(process.execPath, nodeArguments(entry), {
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['pipe', 'pipe', log],
  });
}

/** Starts a guardian process that outlives this one, and waits until it listens or finds that another one does. */
export async function launchGuardian(entry: string, options: GuardianOptions): Promise<Result<void, GuardianFailure>> {
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a', 0o600);
  const guardian = startDetached(entry, log);
  closeSync(log);
  const started = await new Promise<boolean>((resolve) => {
    const late = setTimeout(() => guardian.kill('SIGKILL'), listensWithinMs);
    const settle = (listens: boolean): void => {
      clearTimeout(late);
      resolve(listens);
    };
    guardian.once('error', () => settle(false));
    guardian.once('exit', () => settle(false));
    guardian.stdout?.once('data', () => settle(true)); // `listening`, or `taken` by another: there is one to connect to
    guardian.stdin?.on('error', () => settle(false));
    guardian.stdin?.end(JSON.stringify(options));
  });
  guardian.stdout?.destroy();
  guardian.unref();
  if (started) return ok();
  return fail({ code: 'guardianNotStarted', message: `The guardian process did not start; see ${options.logFile}.` });
}
