import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processStartedAt } from '../../../guardian/process-identity.ts';
import { pushConsole } from '../console-endpoint.ts';
import { ariCallOf } from '../testing/ari-call.ts';
import { sipStatus } from '../testing/sip-over-ws.ts';
import { testAsteriskOptions } from '../testing/test-asterisk.ts';
import type { EmbeddedOptions } from './embedded-options.ts';
import { lastErrors } from './log-files.ts';
import { type EmbeddedAsterisk, startEmbeddedAsterisk } from './start-embedded-asterisk.ts';

let folder = '';
let running: EmbeddedAsterisk[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fd-embedded-'));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((asterisk) => asterisk.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: EmbeddedOptions): Promise<EmbeddedAsterisk> {
  const started = await startEmbeddedAsterisk(options);
  if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message}`);
  running.push(started.value);
  return started.value;
}

const ping = (asterisk: EmbeddedAsterisk): Promise<number> => ariCallOf(asterisk)('GET', ['asterisk', 'ping']);
const runs = (pid: number | undefined): boolean => pid !== undefined && processStartedAt(pid) !== undefined;
const restarted = (asterisk: EmbeddedAsterisk): Promise<void> =>
  new Promise((resolve) => {
    asterisk.onRestart(resolve);
  });

describe('the embedded Asterisk', () => {
  it('starts, answers, and stop leaves no process and no socket', async () => {
    const asterisk = await start(await testAsteriskOptions(folder));
    expect(asterisk).toMatchObject({ adopted: false, ari: { user: 'frontdesk' } });
    expect(await ping(asterisk)).toBe(200);
    expect(await ariCallOf({ ari: { ...asterisk.ari, password: 'guess' } })('GET', ['asterisk', 'ping'])).toBe(401);
    const pid = asterisk.pid();
    expect(runs(pid)).toBe(true);
    await asterisk.stop();
    expect(runs(pid)).toBe(false);
    expect(readdirSync(path.join(folder, 'pbx')).filter((name) => name.includes('sock'))).toEqual([]);
  });

  it('logs no error when it starts', async () => {
    const asterisk = await start(await testAsteriskOptions(folder));
    expect(await ping(asterisk)).toBe(200);
    expect(lastErrors(path.join(folder, 'pbx/log/full.log'), 0)).toBeUndefined();
  });

  it('is started anew at the same address when it is killed, and takes consoles again', async () => {
    const asterisk = await start(await testAsteriskOptions(folder));
    const console = { id: 'desk', secret: 'open-sesame', displayName: 'Desk' };
    const down = vi.fn();
    asterisk.onDown(down);
    const back = restarted(asterisk);
    const first = asterisk.pid() ?? 0;
    process.kill(first, 'SIGKILL');
    await back;
    expect(down).toHaveBeenCalledOnce();
    expect(asterisk.pid()).not.toBe(first);
    expect(await pushConsole(ariCallOf(asterisk), console)).toEqual({ ok: true, value: undefined });
    expect(await sipStatus({ ...asterisk.edge, method: 'REGISTER', user: 'desk', secret: console.secret })).toBe(200);
  });

  it('runs beside another one', async () => {
    const options = await Promise.all(['one', 'two'].map((name) => testAsteriskOptions(path.join(folder, name))));
    const both = await Promise.all(options.map(start));
    expect(await Promise.all(both.map(ping))).toEqual([200, 200]);
    expect(new Set(both.map(({ ari }) => ari.url)).size).toBe(2);
  });

  it('is taken over, with its password, by the server that follows', async () => {
    const options = await testAsteriskOptions(folder);
    const first = await start(options);
    const pid = first.pid();
    first.detach();
    const second = await start(options);
    expect(second).toMatchObject({ adopted: true, ari: first.ari, edge: first.edge });
    expect(second.pid()).toBe(pid);
    expect(await ping(second)).toBe(200);
  });

  it('is not taken over with another configuration, but ended and started', async () => {
    const options = await testAsteriskOptions(folder);
    const first = await start(options);
    const pid = first.pid();
    first.detach();
    const second = await start({ ...options, trunkMatch: ['127.0.0.9'] });
    expect(second.adopted).toBe(false);
    expect(runs(pid)).toBe(false);
    expect(second.ari.password).not.toBe(first.ari.password);
  });

  it('ends by itself when nobody takes it over within the grace', async () => {
    const asterisk = await start(await testAsteriskOptions(folder, { graceMs: 100 }));
    const pid = asterisk.pid();
    asterisk.detach();
    await vi.waitFor(() => expect(runs(pid)).toBe(false), { timeout: 10_000 });
  });
});
