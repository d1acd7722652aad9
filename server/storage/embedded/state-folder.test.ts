import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateFolderFor, type SystemFolders } from './state-folder.ts';

describe('the folder for databases out of reach', () => {
  let root = '';
  let folders: SystemFolders;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'state-')));
    folders = { state: path.join(root, 'lib'), temporary: path.join(root, 'tmp'), caches: [] };
    mkdirSync(folders.temporary);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const passing = (): string => path.join(folders.temporary, 'frontdesk-state');

  /** A database that belongs to a data folder. */
  function database(name: string, dataFolder: string, pid?: number): string {
    const place = path.join(passing(), name);
    mkdirSync(path.join(place, 'cluster'), { recursive: true });
    writeFileSync(path.join(place, 'data-folder'), `${dataFolder}\n`);
    if (pid !== undefined) writeFileSync(path.join(place, 'cluster/postmaster.pid'), `${pid}\n`);
    return place;
  }

  it('is the system’s for a data folder that stays', () => {
    expect(stateFolderFor('/srv/frontdesk/postgres', folders)).toEqual({ folder: folders.state, passing: false });
    expect(existsSync(folders.state)).toBe(true);
  });

  it('is a temporary one for a temporary data folder', () => {
    const home = path.join(folders.temporary, 'e2e-1/postgres');
    expect(stateFolderFor(home, folders)).toEqual({ folder: passing(), passing: true });
  });

  it('loses the temporary databases whose data folder is gone and that nobody runs', () => {
    const home = path.join(folders.temporary, 'e2e-2/postgres');
    mkdirSync(home, { recursive: true });
    const kept = database('kept', home);
    const running = database('running', path.join(folders.temporary, 'gone'), process.pid);
    const gone = database('gone', path.join(folders.temporary, 'gone'), 2 ** 30);
    stateFolderFor(home, folders);
    expect([kept, running, gone].map((place) => existsSync(place))).toEqual([true, true, false]);
  });

  it('is not a temporary one that others could have filled', () => {
    mkdirSync(passing());
    chmodSync(passing(), 0o777);
    const home = path.join(folders.temporary, 'e2e-3/postgres');
    expect(stateFolderFor(home, folders)).toEqual({ folder: folders.state, passing: false });
  });
});
