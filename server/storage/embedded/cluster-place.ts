import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { Account } from './account.ts';
import { type EmbeddedDatabaseFailure, failure, onDisk } from './embedded-failure.ts';
import { runQuickly } from './run-as.ts';
import { type StateFolder, stateFolderFor, type SystemFolders } from './state-folder.ts';

/** Where PostgreSQL keeps its files. `pointer`: to be written once there is data elsewhere than in the data folder. */
export type ClusterPlace = { readonly cluster: string; readonly pointer?: string };

type Options = {
  /** `<data>/postgres`, without symbolic links */
  readonly home: string;
  /** Undefined: PostgreSQL runs as ourselves and reaches what we reach. */
  readonly account: Account | undefined;
  readonly folders: SystemFolders;
  readonly now: () => number;
  readonly log: Log;
};

const pointerOf = (home: string): string => path.join(home, 'location');

/** The place of the data that is there already; undefined when there is none yet. */
export function existingPlace(home: string): Result<ClusterPlace | undefined, EmbeddedDatabaseFailure> {
  const pointer = pointerOf(home);
  if (!existsSync(pointer)) {
    const cluster = path.join(home, 'cluster');
    return ok(existsSync(cluster) ? { cluster } : undefined);
  }
  const cluster = readFileSync(pointer, 'utf8').trim();
  if (existsSync(cluster)) return ok({ cluster });
  const choice = `Bring it back, or delete ${pointer} to begin with an empty database.`;
  return failure('notFound', `The database is said to be in ${cluster}, which is not there. ${choice}`);
}

/** Whether the account can get into a folder and write there, found by doing so. */
function canReach(account: Account, folder: string): boolean {
  const probe = path.join(folder, 'reachable');
  mkdirSync(probe, { recursive: true });
  chownSync(probe, account.uid, account.gid);
  const reached = runQuickly(account, '/bin/sh', ['-c', 'cd "$0" && test -w .', probe]).ok;
  rmdirSync(probe);
  return reached;
}

/** Data that no data folder points to any more is not ours to delete, unless it was for a while only. */
function clear(folder: string, state: StateFolder, { now, log }: Options): void {
  if (!existsSync(folder)) return;
  if (state.passing) {
    rmSync(folder, { recursive: true });
    return;
  }
  const aside = `${folder}.${new Date(now()).toISOString().replaceAll(':', '')}`;
  renameSync(folder, aside);
  log.warn(
    { folder: aside },
    'An earlier database of this data folder, which the folder no longer points to, is set aside',
  );
}

/** A folder for one data folder's database in the system's folder for data. */
function elsewhere(options: Options, account: Account): ClusterPlace {
  const { home, folders, log } = options;
  const state = stateFolderFor(home, folders);
  const folder = path.join(state.folder, createHash('sha256').update(home).digest('hex').slice(0, 16));
  clear(folder, state, options);
  mkdirSync(folder, { mode: 0o711 });
  writeFileSync(path.join(folder, 'data-folder'), `${home}\n`);
  const cluster = path.join(folder, 'cluster');
  log.info({ cluster, uid: account.uid }, 'The data folder is out of reach for the account that PostgreSQL runs under');
  return { cluster, pointer: pointerOf(home) };
}

/** A place for new data: in the data folder, or when PostgreSQL's account cannot get there in the system's folder for data. */
export async function newPlace(options: Options): Promise<Result<ClusterPlace, EmbeddedDatabaseFailure>> {
  const { home, account, folders } = options;
  const inside = { cluster: path.join(home, 'cluster') };
  if (!account) return ok(inside);
  const reached = await onDisk(home, () => {
    chmodSync(home, 0o711); // to pass through, not to look into
    return canReach(account, home);
  });
  if (!reached.ok) return reached;
  return reached.value ? ok(inside) : onDisk(folders.state, () => elsewhere(options, account));
}

/** To be called when there is data in the place. */
export function rememberPlace({ cluster, pointer }: ClusterPlace): void {
  if (pointer !== undefined) writeFileSync(pointer, `${cluster}\n`, { mode: 0o600 });
}
