import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Who runs PostgreSQL when it is not ourselves. */
export type Account = { readonly uid: number; readonly gid: number };

const candidates = ['postgres', 'nobody'];

function idOf(option: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' });
  const id = Number(stdout);
  return status === 0 && Number.isInteger(id) ? id : undefined;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: an account of the system that may nothing, or undefined when there is none. */
export function unprivilegedAccount(): Account | undefined {
  for (const name of candidates) {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  return undefined;
}

/** Whoever owns existing data keeps it. */
export function ownerOf(folder: string): Account | undefined {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}
