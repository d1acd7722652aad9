import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRoot } from './account.ts';
import { ask, embeddedTest, numberOf } from './embedded-test.testing.ts';

describe('the embedded PostgreSQL where it is not easy', () => {
  const { folder, data, inHome, start, failureOf } = embeddedTest();

  it('runs for root as somebody else, who is given a place when the data folder is private', async () => {
    chmodSync(data(), 0o700);
    const places = mkdtempSync(path.join(tmpdir(), 'places-'));
    chmodSync(places, 0o755);
    const [state, temporary] = [path.join(places, 'state'), path.join(places, 'temporary')];
    const systemFolders = { state, temporary, caches: [path.join(places, 'cache')] };
    const first = await start({ systemFolders });
    await ask(first.url, "create table kept as select 'here' as word");
    expect(existsSync(inHome('location'))).toBe(isRoot());
    expect(existsSync(inHome('cluster'))).toBe(!isRoot());
    expect(numberOf(first.pid, 'uid')).not.toBe(0);
    await first.stop();
    const again = await start({ systemFolders });
    expect(await ask(again.url, 'select word from kept')).toBe('here');
    await again.stop();

    // A data folder that was deleted and made anew does not get the former one's data, which is kept aside.
    rmSync(path.join(data(), 'postgres'), { recursive: true });
    const fresh = await start({ systemFolders });
    expect(await ask(fresh.url, "select to_regclass('kept') is null as empty")).toBe(true);
    await fresh.stop();
    if (isRoot()) expect(readdirSync(state)).toHaveLength(2);
    rmSync(places, { recursive: true });
    if (isRoot()) expect(await failureOf({ systemFolders })).toMatchObject({ code: 'notFound' });
  });

  it('gets over a lost password, a broken first start and a note of a process that is another now', async () => {
    mkdirSync(inHome('cluster.new'), { recursive: true });
    const first = await start();
    await first.stop();
    rmSync(inHome('password'));
    const again = await start();
    expect(again.url).not.toBe(first.url);
    expect(await ask(again.url, 'select 1')).toBe(1);
    await again.stop();
    writeFileSync(inHome('cluster/postmaster.pid'), `${process.pid}\n${inHome('cluster')}\n1\n5432\n\n127.0.0.1\n`);
    expect(await ask((await start()).url, 'select 1')).toBe(1);
  });

  it('says in a sentence why it cannot start', async () => {
    const first = await start();
    await first.stop();
    const version = readFileSync(inHome('cluster/PG_VERSION'), 'utf8').trim();
    writeFileSync(inHome('cluster/PG_VERSION'), '99\n');
    expect(await failureOf()).toEqual({
      code: 'wrongVersion',
      message: expect.stringContaining(`is PostgreSQL 99's; this is PostgreSQL ${version}.`),
    });
    writeFileSync(inHome('cluster/PG_VERSION'), '9\n');
    expect((await failureOf()).message).toContain('Dump it with the version of Frontdesk that wrote it');
    writeFileSync(path.join(folder(), 'file'), '');
    expect((await failureOf({ dataFolder: path.join(folder(), 'file') })).code).toBe('notWritable');
    const none = await failureOf({ root: path.join(folder(), 'elsewhere') });
    expect(none.code).toBe('noBinary');
    expect(none.message).toContain('Set DATABASE_URL');
  });
});
