import { existsSync, readFileSync, statSync } from 'node:fs';
import type { OwnedChild } from '../../guardian/owned-child.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { type EmbeddedDatabaseFailure, failure } from './embedded-failure.ts';
import { readPostmaster } from './postmaster-file.ts';

const pollMs = 10;
/** After a crash PostgreSQL first goes through at most 256 MB of its log. */
const readyWithinMs = 60_000;

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** What PostgreSQL's log says since it had that size. */
function logSince(file: string, size: number): string {
  if (!existsSync(file)) return '';
  const log = readFileSync(file);
  return log.subarray(log.length >= size ? size : 0).toString('utf8');
}

function whyItEnded(said: string, cluster: string, logFile: string): Result<never, EmbeddedDatabaseFailure> {
  const fatal = said.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? '';
  const why = fatal.replace(/^.*?(FATAL|PANIC):\s*/, '');
  if (/could not create any TCP\/IP sockets|Address already in use/.test(said)) return failure('noPort', why);
  if (why.includes('lock file "postmaster.pid" already exists')) {
    const pid = readPostmaster(cluster)?.pid ?? 'unknown';
    return failure('inUse', `Another PostgreSQL (process ${pid}) uses ${cluster}. Stop it first.`);
  }
  if (said.includes('No space left on device')) return failure('diskFull', `There is no room left for ${cluster}.`);
  if (/Permission denied|invalid permissions|wrong ownership/.test(said)) {
    return failure('notWritable', `PostgreSQL cannot use ${cluster}: ${why}.`);
  }
  return failure('notStarted', `PostgreSQL ended at once (${why || 'without a word'}); see ${logFile}.`);
}

type Options = {
  readonly owned: OwnedChild;
  readonly cluster: string;
  readonly logFile: string;
  /** The size of the log before the start. */
  readonly logSize: number;
  readonly clock: Clock;
};

/** Waits until PostgreSQL takes connections, or says why it does not. */
export async function awaitReady(options: Options): Promise<Result<void, EmbeddedDatabaseFailure>> {
  const { owned, cluster, logFile, logSize, clock } = options;
  const deadline = clock.now() + readyWithinMs;
  const fate = { ended: false };
  owned.onExit(() => void (fate.ended = true));
  while (!fate.ended) {
    const postmaster = readPostmaster(cluster);
    if (postmaster?.pid === owned.pid && postmaster.ready) return ok();
    if (clock.now() >= deadline) {
      return failure('notStarted', `PostgreSQL is not ready after ${readyWithinMs / 1_000} s; see ${logFile}.`);
    }
    await new Promise<void>((resolve) => void clock.after(pollMs, resolve));
  }
  return whyItEnded(logSince(logFile, logSize), cluster, logFile);
}
