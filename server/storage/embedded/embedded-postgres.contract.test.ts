import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { must } from '../samples.testing.ts';
import { keptLog } from '../testing/kept-log.ts';
import { openSql } from '../testing/open-sql.ts';
import { ask, embeddedTest, kill, numberOf, runs, soon } from './embedded-test.testing.ts';
import { readPostmaster } from './postmaster-file.ts';

const mode = (file: string): number => statSync(file).mode & 0o777;

describe('the embedded PostgreSQL', () => {
  const { data, inHome, start, failureOf, startServer } = embeddedTest();

  it('starts on an empty folder, keeps its data and port, and is for this server alone', async () => {
    const { log, lines } = keptLog();
    const first = await start({ log });
    expect(first.adopted).toBe(false);
    expect(JSON.stringify(lines)).not.toContain(new URL(first.url).password);
    expect(await ask(first.url, 'show fsync')).toBe('on');
    expect(await ask(first.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(first.url, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(first.url, "select lower('ÅSE') = 'åse' as same")).toBe(true);
    expect(await ask(first.url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
    await ask(first.url, "create table kept as select 'here' as word");
    expect(mode(inHome('password'))).toBe(0o600);
    expect(mode(inHome('cluster'))).toBe(0o700);
    const stranger = new URL(first.url);
    stranger.password = 'guessed';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');

    const second = await failureOf();
    expect(second.code).toBe('inUse');
    expect(second.message).toContain(`(process ${process.pid}) uses the data folder ${data()}.`);

    await first.stop();
    expect(runs(first.pid)).toBe(false);
    const again = await start();
    expect(again.url).toBe(first.url);
    expect(await ask(again.url, 'select word from kept')).toBe('here');
  });

  it('outlives a killed server for the grace, and the next one takes it over', async () => {
    const { server, pid } = await startServer(60_000);
    await kill(server);
    const next = await start({ graceMs: 60_000 });
    expect(next).toMatchObject({ adopted: true, pid });
    expect(await ask(next.url, 'select 1')).toBe(1);
    await next.stop();
    expect(runs(pid)).toBe(false);
  });

  it('ends when nobody comes for it', async () => {
    const { server, pid } = await startServer(200);
    await kill(server);
    await vi.waitFor(() => expect(runs(pid)).toBe(false), soon);
    await vi.waitFor(() => expect(existsSync(inHome('guardian.sock'))).toBe(false), soon);
    const next = await start();
    expect(next.adopted).toBe(false);
  });

  it('is ended and started anew when its guardian was killed, too', async () => {
    const { server, pid } = await startServer(60_000);
    process.kill(numberOf(pid, 'ppid'), 'SIGKILL');
    await kill(server);
    expect(runs(pid)).toBe(true);
    const port = readPostmaster(inHome('cluster'))?.port;
    const next = await start();
    expect(runs(pid)).toBe(false);
    expect(next.pid).not.toBe(pid);
    expect(new URL(next.url).port).toBe(String(port));
  });

  it('is started again when it ends by itself, on its port however long a stranger has that, and the stores recover', async () => {
    const { log, lines } = keptLog();
    const postgres = await start({ log });
    const database = await openSql(postgres.url);
    const heard: number[] = [];
    database.stores.events.subscribe(({ sequence }) => heard.push(sequence));
    must(await database.stores.events.append({ kind: 'phoneSystem', state: 'down' }, 1));
    const { pid } = postgres;
    process.kill(pid, 'SIGKILL');
    const said = (message: string) =>
      vi.waitFor(() => expect(lines.map((line) => line.message)).toContain(message), soon);
    await said('The embedded PostgreSQL has ended by itself; starting it again');
    const port = Number(new URL(postgres.url).port);
    const stranger = await listenOn(port);
    await said(`Another program has port ${port}.`);
    stranger.close();
    await vi.waitFor(async () => must(await database.stores.settings.put('a', 'b')), soon);
    await vi.waitFor(
      async () => must(await database.stores.events.append({ kind: 'phoneSystem', state: 'working' }, 2)),
      soon,
    );
    expect(postgres.pid).not.toBe(pid);
    expect(must(await database.stores.events.head())).toBe(2);
    await vi.waitFor(() => expect(heard).toEqual([1, 2]), soon);
    await database.close();
  });

  it('takes another port when a stranger has its own', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const stranger = await listenOn(port);
    const again = await start();
    expect(new URL(again.url).port).not.toBe(String(port));
    expect(await ask(again.url, 'select 1')).toBe(1);
    stranger.close();
  });
});

/** A program that is not ours and has the port. */
async function listenOn(port: number): Promise<Server> {
  const stranger = createServer((socket) => socket.destroy());
  stranger.listen(port, '127.0.0.1');
  await once(stranger, 'listening');
  return stranger;
}
