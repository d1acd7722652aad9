import path from 'node:path';
import { guardedChild, type GuardedChildOptions } from '../../guardian/guarded-child.ts';
import { guardianEntry } from '../../guardian/guardian-entry.ts';
import type { OwnedChild } from '../../guardian/owned-child.ts';
import { processStartedAt } from '../../guardian/process-identity.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Account } from './account.ts';
import { awaitReady, sizeOf } from './await-ready.ts';
import { type EmbeddedDatabaseFailure, failure } from './embedded-failure.ts';
import { postgresOf } from './find-binaries.ts';
import { choosePort, probePort, storedPort } from './port.ts';
import { dropStalePostmaster, readPostmaster } from './postmaster-file.ts';
import { postgresEnvironment } from './run-as.ts';
import { serverArguments } from './server-arguments.ts';

const portAttempts = 3;
/** A fast shutdown writes what is in memory and ends within a second or two. */
const stopWithinMs = 20_000;

export type PostgresOptions = {
  readonly root: string;
  /** `<data>/postgres` */
  readonly home: string;
  readonly cluster: string;
  readonly binaries: string;
  readonly account: Account | undefined;
  /** How long PostgreSQL outlives a server that was killed, so that the next one can take it over. */
  readonly graceMs: number;
  /** The only port that will do; without it the one of last time when it is free, else another. */
  readonly port?: number;
  readonly clock: Clock;
  readonly log: Log;
};

export type RunningPostgres = { readonly owned: OwnedChild; readonly port: number };

const logFileOf = (home: string): string => path.join(home, 'log');

function childOptions(options: PostgresOptions, port: number): GuardedChildOptions {
  const { root, home, cluster, binaries, account, graceMs } = options;
  return {
    entry: guardianEntry(root),
    socketPath: path.join(home, 'guardian.sock'),
    command: postgresOf(binaries),
    args: serverArguments(cluster, port),
    cwd: cluster,
    env: postgresEnvironment,
    ...account,
    logFile: logFileOf(home),
    graceMs,
    stopSignal: 'SIGINT', // PostgreSQL's fast shutdown: it ends connections instead of waiting for them
    stopDeadlineMs: stopWithinMs,
  };
}

/** The port of a PostgreSQL that still runs on this data, so that it is not looked upon as taken by a stranger. */
function portInUseByUs({ home, cluster }: PostgresOptions): number | undefined {
  const running = readPostmaster(cluster);
  const ours = running && running.port === storedPort(home) && processStartedAt(running.pid) !== undefined;
  return ours ? running.port : undefined;
}

async function startOn(
  port: number,
  options: PostgresOptions,
): Promise<Result<RunningPostgres, EmbeddedDatabaseFailure>> {
  const { home, cluster, clock } = options;
  const logFile = logFileOf(home);
  const logSize = sizeOf(logFile);
  const spawned = await guardedChild(childOptions(options, port)).spawnOrAdopt();
  if (!spawned.ok) return failure('notStarted', spawned.error.message);
  const owned = spawned.value;
  const ready = await awaitReady({ owned, cluster, logFile, logSize, clock });
  if (ready.ok) return ok({ owned, port });
  await owned.stop();
  return ready;
}

/** Starts PostgreSQL, or takes over the one that a killed server has left, and waits until it takes connections. */
export async function startPostgres(
  options: PostgresOptions,
): Promise<Result<RunningPostgres, EmbeddedDatabaseFailure>> {
  const { home, cluster, port: only, log } = options;
  dropStalePostmaster(cluster, log);
  const message = only === undefined ? 'There is no free port on 127.0.0.1.' : `Another program has port ${only}.`;
  let why: EmbeddedDatabaseFailure = { code: 'noPort', message };
  for (let attempt = 0; attempt < portAttempts; attempt += 1) {
    const port = portInUseByUs(options) ?? (await (only === undefined ? choosePort(home) : probePort(only)));
    if (port === undefined) break;
    const started = await startOn(port, options);
    if (started.ok || started.error.code !== 'noPort') return started;
    why = started.error;
  }
  return fail(why);
}
