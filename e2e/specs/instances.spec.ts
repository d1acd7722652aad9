import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { tone } from '../../caller/media/audio-source.ts';
import { SipCaller } from '../../caller/sip-caller.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { enginePids, running } from '../support/engines.ts';
import { freePort } from '../support/free-ports.ts';
import { newDataFolder, runServer, startInstance } from '../support/instance.ts';
import { metric } from '../support/metrics.ts';

const test = base.extend<{ readonly folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await newDataFolder();
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

test('two instances run side by side, each with its own callers', async ({ browser }) => {
  test.setTimeout(120_000);
  const [one, other] = [await startInstance({ workerIndex: 7 }), await startInstance({ workerIndex: 8 })];
  const context = await browser.newContext();
  const open = async (url: string): Promise<ConsolePage> => {
    const page = await context.newPage();
    await new SignInPage(page).open(url);
    await new SignInPage(page).signIn('mira@nordkap.example');
    const console = new ConsolePage(page);
    await console.expectReady();
    return console;
  };
  // One browser, one cookie jar: signing in here must not sign out there.
  const [here, there] = [await open(one.url), await open(other.url)];
  const caller = await SipCaller.open({
    number: '+16505550901',
    name: 'Olga Other',
    server: other.sip,
    plays: tone(440),
  });
  await caller.dial('5550100');
  await there.answer('Olga Other');
  await expect(here.card('Olga Other')).toHaveCount(0);
  await caller.close();
  await context.close();
  await Promise.all([one.dispose(), other.dispose()]);
});

test('npm start makes a fresh data folder a reception, Ctrl-C ends all of it, and it stays one over a restart', async () => {
  test.setTimeout(120_000);
  const first = await startInstance({
    workerIndex: 9,
    env: { FRONTDESK_DEMO: 'off' },
    program: 'scripts/start.mjs',
  });
  const password = /shown this once: (\S+)/.exec(first.output())?.[1] ?? '';
  expect(password.length).toBeGreaterThan(15);
  const engines = await enginePids(first);
  expect(running(engines)).toEqual(engines);
  expect(await first.stop('SIGINT')).toBe(0);
  expect(running(engines)).toEqual([]);
  const env = { FRONTDESK_DEMO: 'off' };
  const second = await startInstance({ workerIndex: 9, dataFolder: first.dataFolder, env });
  expect(second.output()).not.toContain('shown this once');
  const answer = await fetch(`${second.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'admin@localhost', password }),
  });
  expect(answer.status).toBe(201);
  await second.dispose();
});

test('a killed server is taken over: the next one starts on the same folder, and nothing is left of it at the end', async () => {
  test.setTimeout(120_000);
  const first = await startInstance({ workerIndex: 10 });
  const engines = await enginePids(first);
  await first.stop('SIGKILL');
  const second = await startInstance({ workerIndex: 10, dataFolder: first.dataFolder });
  expect((await fetch(`${second.url}/api/v1/health`)).status).toBe(200);
  engines.push(...(await enginePids(second)));
  expect(await second.stop()).toBe(0);
  expect(running(engines)).toEqual([]);
  await second.dispose();
});

test('Ctrl-C once more ends a server at once, and its engines end by themselves', async () => {
  const instance = await startInstance({ workerIndex: 15, env: { FRONTDESK_GRACE_SECONDS: '1' } });
  const engines = await enginePids(instance);
  const impatience = setInterval(() => process.kill(instance.pid, 'SIGINT'), 20);
  try {
    expect(await instance.stop('SIGINT')).toBe(130);
  } finally {
    clearInterval(impatience);
  }
  await expect.poll(() => running(engines)).toEqual([]);
  await instance.dispose();
});

test('an existing Asterisk serves as well as the embedded one', async () => {
  test.setTimeout(120_000);
  const owner = await startInstance({ workerIndex: 13 });
  const kept = await readFile(path.join(owner.dataFolder, 'pbx', 'instance.json'), 'utf8');
  const { httpPort, password }: { httpPort: number; password: string } = JSON.parse(kept);
  const guest = await startInstance({
    workerIndex: 14,
    env: {
      FRONTDESK_PBX_URL: `http://127.0.0.1:${httpPort}`,
      FRONTDESK_PBX_USER: 'frontdesk',
      FRONTDESK_PBX_PASSWORD: password,
    },
  });
  // The newest server has the calls; the other one stands back and says so.
  const caller = await SipCaller.open({
    number: '+16505550902',
    name: 'Gus Guest',
    server: owner.sip,
    plays: tone(440),
  });
  await caller.dial('5550100');
  await caller.answered(15_000);
  await caller.until(() => caller.level({ windowMs: 500 }) > 0.01, 10_000, 'a voice');
  expect(await metric(guest.url, 'frontdesk_call_missed_total')).toBe(1);
  expect(await metric(owner.url, 'frontdesk_call_arrived_total')).toBe(0);
  await caller.close();
  await guest.dispose();
  await owner.dispose();
});

test.describe('what it cannot start with is said in one sentence', () => {
  test('a wrong setting ends with 2', async ({ folder }) => {
    const server = runServer({ FRONTDESK_DATA: folder, FRONTDESK_PORT: 'eighty' });
    expect(await server.exited()).toBe(2);
    expect(server.output()).toBe('✖ FRONTDESK_PORT is a port number from 1 to 65535.\n');
  });

  test('a port in use, by whom', async ({ folder }) => {
    const holder = await startInstance({ workerIndex: 11 });
    const port = new URL(holder.url).port;
    const sip = String(await freePort());
    const server = runServer({ FRONTDESK_DATA: folder, FRONTDESK_PORT: port, FRONTDESK_SIP_PORT: sip });
    expect(await server.exited()).toBe(1);
    expect(server.output()).toContain(`port ${port} is in use by node (process ${holder.pid})`);
    await holder.dispose();
  });

  test('a SIP port in use', async ({ folder }) => {
    const holder = await startInstance({ workerIndex: 12 });
    const port = String(await freePort());
    const env = { FRONTDESK_DATA: folder, FRONTDESK_PORT: port, FRONTDESK_SIP_PORT: String(holder.sip.port) };
    const server = runServer(env);
    expect(await server.exited()).toBe(1);
    expect(server.output()).toContain(String(holder.sip.port));
    await holder.dispose();
  });

  test('data of a newer version', async ({ folder }) => {
    await writeFile(path.join(folder, 'layout'), '99\n');
    const server = runServer({ FRONTDESK_DATA: folder, FRONTDESK_PORT: String(await freePort()) });
    expect(await server.exited()).toBe(1);
    expect(server.output()).toContain('is from a newer version of Frontdesk; nothing was changed.');
  });

  test('a data folder that is a file', async ({ folder }) => {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'taken'), '');
    const server = runServer({ FRONTDESK_DATA: path.join(folder, 'taken'), FRONTDESK_PORT: String(await freePort()) });
    expect(await server.exited()).toBe(1);
    expect(server.output()).toContain('cannot be written');
  });

  test('a database that does not answer', async ({ folder }) => {
    const url = `postgres://frontdesk:secret@127.0.0.1:${await freePort()}/frontdesk`;
    const port = String(await freePort());
    const sip = String(await freePort());
    const env = { FRONTDESK_DATA: folder, FRONTDESK_PORT: port, FRONTDESK_SIP_PORT: sip, DATABASE_URL: url };
    const server = runServer(env);
    expect(await server.exited()).toBe(1);
    expect(server.output()).toMatch(/✖ .*database/i);
    expect(server.output()).not.toContain('secret');
  });
});
