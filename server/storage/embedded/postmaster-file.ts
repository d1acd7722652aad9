import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../ports/log.ts';

/** What a running PostgreSQL notes of itself (src/include/utils/pidfile.h): its pid, …, its port, …, and how far it is. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

const fileIn = (cluster: string): string => path.join(cluster, 'postmaster.pid');

export function readPostmaster(cluster: string): Postmaster | undefined {
  if (!existsSync(fileIn(cluster))) return undefined;
  const lines = readFileSync(fileIn(cluster), 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * After a crash of the machine or in a new container another process may have the noted pid, and PostgreSQL would refuse to
 * start for its sake. Linux tells what a process is; elsewhere PostgreSQL is left to its own judgement.
 */
export function dropStalePostmaster(cluster: string, log: Log): void {
  const pid = readPostmaster(cluster)?.pid;
  const name = `/proc/${pid}/comm`;
  if (pid === undefined || !existsSync(name) || readFileSync(name, 'utf8').trim() === 'postgres') return;
  rmSync(fileIn(cluster));
  log.warn(
    { pid },
    'Removed the note of a PostgreSQL that ended without a word; its process id is another process now',
  );
}
