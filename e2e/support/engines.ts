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

/** Ends the embedded PostgreSQL of an instance as a crash would. */
export async function crashDatabase(frontdesk: Instance): Promise<number> {
  const file = path.join(frontdesk.dataFolder, 'postgres', 'cluster', 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  return pid;
}

export type HealthAnswer = { readonly status: string; readonly pbx: unknown; readonly database: unknown };

export async function health(url: string): Promise<HealthAnswer> {
  const answer: HealthAnswer = await (await fetch(`${url}/api/v1/health`)).json();
  return answer;
}
