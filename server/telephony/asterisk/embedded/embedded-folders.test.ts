import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearRun, embeddedFolders, prepareFolders } from './embedded-folders.ts';
import { readInstance, writeInstance } from './instance-file.ts';
import { locateAsterisk } from './locate-asterisk.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'folders-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folders', () => {
  it('are made, for this user alone', () => {
    const folders = embeddedFolders(folder);
    expect(prepareFolders(folders)).toEqual({ ok: true, value: undefined });
    expect(statSync(path.join(folders.pbx, 'etc')).mode & 0o077).toBe(0);
  });

  it('cannot be made where a file is in the way', () => {
    writeFileSync(path.join(folder, 'pbx'), '');
    expect(prepareFolders(embeddedFolders(folder))).toMatchObject({ ok: false, error: { code: 'dataNotWritable' } });
  });

  it('must leave room for the path of a socket', () => {
    const deep = path.join(folder, 'x'.repeat(100));
    expect(prepareFolders(embeddedFolders(deep))).toMatchObject({ ok: false, error: { code: 'pathTooLong' } });
    expect(existsSync(deep)).toBe(false);
  });

  it('forget the last run, but not recordings, logs and music', () => {
    const folders = embeddedFolders(folder);
    prepareFolders(folders);
    const files = ['recording/a.wav'].map((name) => path.join(folders.spool, name));
    const kept = [...files, path.join(folders.log, 'full.log'), path.join(folders.music, 'hold.wav')];
    for (const file of [...kept, path.join(folders.pbx, 'db/astdb.sqlite3')]) writeFileSync(file, '');
    clearRun(folders);
    expect(kept.every((file) => existsSync(file))).toBe(true);
    expect(existsSync(path.join(folders.pbx, 'db/astdb.sqlite3'))).toBe(false);
    expect(existsSync(path.join(folders.pbx, 'lib/keys'))).toBe(true);
  });
});

describe('the last run', () => {
  it('is remembered for this user alone, and a damaged note is none', () => {
    const folders = embeddedFolders(folder);
    prepareFolders(folders);
    expect(readInstance(folders)).toBeUndefined();
    writeInstance(folders, { httpPort: 8088, password: 'secret' });
    expect(readInstance(folders)).toEqual({ httpPort: 8088, password: 'secret' });
    expect(statSync(path.join(folders.pbx, 'instance.json')).mode & 0o077).toBe(0);
    writeFileSync(path.join(folders.pbx, 'instance.json'), '{"httpPort":');
    expect(readInstance(folders)).toBeUndefined();
    writeFileSync(path.join(folders.pbx, 'instance.json'), '{}');
    expect(readInstance(folders)).toBeUndefined();
  });
});

describe('the installation', () => {
  const name = `asterisk-${process.arch === 'arm64' ? 'arm64' : 'amd64'}.json`;
  const note = (at: string): string =>
    JSON.stringify({ version: '22.1.0', source: 'path', command: at, args: [], modulesFolder: at, dataFolder: at });

  it('is what was noted in the cache, while it is there', () => {
    const env = { FRONTDESK_CACHE: folder };
    expect(locateAsterisk(env)).toBeUndefined();
    writeFileSync(path.join(folder, name), note(folder));
    expect(locateAsterisk(env)).toMatchObject({ version: '22.1.0', modulesFolder: folder });
    writeFileSync(path.join(folder, name), '{"version":');
    expect(locateAsterisk(env)).toBeUndefined();
    writeFileSync(path.join(folder, name), note(path.join(folder, 'gone')));
    expect(locateAsterisk(env)).toBeUndefined();
  });

  it('is looked for in the user’s own cache, too', () => {
    mkdirSync(path.join(folder, 'frontdesk'));
    writeFileSync(path.join(folder, 'frontdesk', name), note(folder));
    expect(locateAsterisk({ XDG_CACHE_HOME: folder })).toBeDefined();
  });
});
