import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { processStartedAt } from '../../guardian/process-identity.ts';
import { readPostmaster } from './postmaster-file.ts';

/** Where root puts what PostgreSQL's account must reach when it cannot reach it where it belongs. */
export type SystemFolders = {
  /** For data. */
  readonly state: string;
  /** The system's folder for temporary files: a data folder below it is gone one day, and its database with it. */
  readonly temporary: string;
  /** For copies of PostgreSQL's programs, in the order in which they are tried. */
  readonly caches: readonly string[];
};

/** `passing`: what is in it may be deleted when the data folder that it belongs to is gone. */
export type StateFolder = { readonly folder: string; readonly passing: boolean };

/** A folder that somebody else could have filled is not one to trust. */
export function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** Deletes the databases of data folders that are gone, unless PostgreSQL still runs on one. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const place = path.join(folder, name);
    const owner = path.join(place, 'data-folder');
    if (!existsSync(owner) || existsSync(readFileSync(owner, 'utf8').trim())) continue;
    const pid = readPostmaster(path.join(place, 'cluster'))?.pid;
    if (pid === undefined || processStartedAt(pid) === undefined) rmSync(place, { recursive: true, force: true });
  }
}

/** The folder for the databases of data folders like this one, made when it is not there. */
export function stateFolderFor(home: string, { state, temporary }: SystemFolders): StateFolder {
  const passing = path.join(temporary, 'frontdesk-state');
  if (existsSync(temporary) && home.startsWith(`${realpathSync(temporary)}${path.sep}`)) {
    mkdirSync(passing, { recursive: true, mode: 0o755 });
    if (isOurs(passing)) {
      sweep(passing);
      return { folder: passing, passing: true };
    }
  }
  mkdirSync(state, { recursive: true, mode: 0o755 });
  return { folder: state, passing: false };
}
