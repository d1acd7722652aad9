import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Instance } from './instance.ts';
import { metric } from './metrics.ts';

/** The process of the embedded Asterisk of an instance. */
export async function pbxPid(frontdesk: Instance): Promise<number> {
  const pid = await metric(frontdesk.url, 'frontdesk_pbx_pid');
  if (pid === 0) throw new Error('the instance has no embedded PBX');
  return pid;
}

/** Ends the embedded Asterisk of an instance as a crash would. */
export async function crashPbx(frontdesk: Instance): Promise<number> {
  const pid = await pbxPid(frontdesk);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** The process of the embedded PostgreSQL of an instance. */
async function databasePid(frontdesk: Instance): Promise<number> {
  const file = path.join(frontdesk.dataFolder, 'postgres', 'cluster', 'postmaster.pid');
  return Number((await readFile(file, 'utf8')).split('\n')[0]);
}

/** Ends the embedded PostgreSQL of an instance as a crash would. */
export async function crashDatabase(frontdesk: Instance): Promise<number> {
  const pid = await databasePid(frontdesk);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** The processes of both embedded engines of an instance. */
export const enginePids = async (frontdesk: Instance): Promise<number[]> => [
  await pbxPid(frontdesk),
  await databasePid(frontdesk),
];

/** Those of the processes that still run; one that has ended and waits for its parent does not. */
export function running(pids: readonly number[]): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,stat=', '-p', pids.join()], { encoding: 'utf8' });
  return pids.filter((pid) => new RegExp(`^ *${pid} +[^Z ]`, 'm').test(stdout));
}

export type HealthAnswer = { readonly status: string; readonly pbx: unknown; readonly database: unknown };

export async function health(url: string): Promise<HealthAnswer> {
  const answer: HealthAnswer = await (await fetch(`${url}/api/v1/health`)).json();
  return answer;
}

/** The last that the embedded Asterisk of an instance wrote, for whoever must find out why a test failed. */
export async function lastOfPbxLog(frontdesk: Instance): Promise<readonly string[]> {
  try {
    const log = await readFile(path.join(frontdesk.dataFolder, 'pbx', 'log', 'full.log'), 'utf8');
    return log.trimEnd().split('\n').slice(-12);
  } catch (error) {
    return [`no log of the PBX: ${String(error)}`];
  }
}
