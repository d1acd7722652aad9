import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Account } from './account.ts';

/**
 * The whole environment of everything that is PostgreSQL: nothing of ours, and the same at every start. The language is C,
 * because what it complains of is read.
 */
export const postgresEnvironment = { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' } as const;

const quickMs = 5_000;
const slowMs = 120_000;

export type Ran = { readonly ok: boolean; readonly output: string };

/** Runs a command that is over at once. */
export function runQuickly(account: Account | undefined, command: string, args: readonly string[]): Ran {
  const options = { ...account, cwd: '/', env: postgresEnvironment, encoding: 'utf8', timeout: quickMs } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  return { ok: status === 0, output: error ? error.message : `${stdout}${stderr}` };
}

/** Runs a command for as long as two minutes, with text on its standard input. */
export async function run(
  account: Account | undefined,
  command: string,
  args: readonly string[],
  input = '',
): Promise<Ran> {
  const child = spawn(command, args, { ...account, cwd: '/', env: postgresEnvironment, timeout: slowMs });
  const status = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin.on('error', () => undefined); // one that ended before it read all says why by itself
  child.stdin.end(input);
  const [code, out, problems] = await Promise.all([status, text(child.stdout), text(child.stderr)]);
  return { ok: code === 0, output: `${out}${problems}` };
}
