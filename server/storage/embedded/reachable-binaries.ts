import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { Account } from './account.ts';
import { type EmbeddedDatabaseFailure, failure } from './embedded-failure.ts';
import { type Binaries, postgresOf } from './find-binaries.ts';
import { runQuickly } from './run-as.ts';
import { isOurs } from './state-folder.ts';

const usable = (account: Account, folder: string): boolean => runQuickly(account, postgresOf(folder), ['-V']).ok;

/** Copies beside the place and moves there, so that a copy that is there is whole. */
function copy(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  const beside = mkdtempSync(`${to}.`);
  try {
    cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
    chmodSync(beside, 0o755);
    if (!existsSync(to)) renameSync(beside, to);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Why the copy cannot be used, or undefined when it can. */
function copyProblem(account: Account, from: string, to: string): string | undefined {
  try {
    if (!existsSync(to)) copy(from, to);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (!isOurs(to)) return `${to} could have been filled by others`;
  return usable(account, to) ? undefined : `${to} cannot be run from`;
}

type Options = {
  readonly binaries: Binaries;
  readonly account: Account;
  /** Folders for a copy, in the order in which they are tried. */
  readonly cacheFolders: readonly string[];
  readonly log: Log;
};

/**
 * The programs where the account can run them: where npm put them, or when that is in a private folder (a clone under /root)
 * a copy of them that is made once for each version.
 */
export function reachableBinaries(options: Options): Result<string, EmbeddedDatabaseFailure> {
  const { binaries, account, cacheFolders, log } = options;
  if (usable(account, binaries.folder)) return ok(binaries.folder);
  const problems: string[] = [];
  for (const cache of cacheFolders) {
    const folder = path.join(cache, `postgres-${binaries.packageVersion}`);
    const problem = copyProblem(account, binaries.folder, folder);
    if (problem === undefined) {
      log.info({ folder, uid: account.uid }, 'PostgreSQL runs from a copy, where its account can reach it');
      return ok(folder);
    }
    problems.push(problem);
  }
  const user = `the user ${account.uid}, whom PostgreSQL runs as,`;
  return failure(
    'noBinary',
    `${binaries.folder} is out of reach for ${user} and could not be copied: ${problems.join('; ')}.`,
  );
}
