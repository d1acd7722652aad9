import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../samples.testing.ts';
import { keptLog } from '../testing/kept-log.ts';
import { projectRoot } from '../testing/test-server.ts';
import { type Account, isRoot, unprivilegedAccount } from './account.ts';
import { type Binaries, findBinaries } from './find-binaries.ts';
import { reachableBinaries } from './reachable-binaries.ts';

const ourselves = (): Account => ({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 });

describe('the programs of PostgreSQL', () => {
  let folder = '';
  let account: Account = ourselves();
  let hidden: Binaries;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'binaries-'));
    chmodSync(folder, 0o755);
    account = isRoot() ? (unprivilegedAccount() ?? ourselves()) : ourselves();
    const found = must(await findBinaries(projectRoot));
    const secret = path.join(folder, 'private');
    mkdirSync(secret, { mode: 0o700 });
    cpSync(found.folder, path.join(secret, 'native'), { recursive: true, verbatimSymlinks: true });
    hidden = { ...found, folder: path.join(secret, 'native') };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const reach = (caches: readonly string[]) =>
    reachableBinaries({ binaries: hidden, account, cacheFolders: caches, log: keptLog().log });

  it('are copied once to where the account reaches them, when it does not where they are', () => {
    const cache = path.join(folder, 'cache');
    const copy = path.join(cache, `postgres-${hidden.packageVersion}`);
    const expected = isRoot() ? copy : hidden.folder;
    expect(reach([cache])).toEqual({ ok: true, value: expected });
    expect(reach([cache])).toEqual({ ok: true, value: expected });
  });

  it('are not run from a folder that others can fill, nor when there is no place for them', () => {
    const cache = path.join(folder, 'open-cache');
    mkdirSync(path.join(cache, `postgres-${hidden.packageVersion}`), { recursive: true });
    chmodSync(path.join(cache, `postgres-${hidden.packageVersion}`), 0o777);
    writeFileSync(path.join(folder, 'file'), '');
    const reached = reach([cache, path.join(folder, 'file')]);
    expect(reached.ok).toBe(!isRoot());
    if (reached.ok) return;
    expect(reached.error.message).toContain('could have been filled by others');
    expect(reached.error.message).toContain('EEXIST');
  });
});
