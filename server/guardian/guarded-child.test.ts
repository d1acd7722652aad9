import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardedChild, type GuardedChildOptions } from './guarded-child.ts';
import { guardianEntry, nodeArguments } from './guardian-entry.ts';
import type { ChildExit, OwnedChild } from './owned-child.ts';
import { processStartedAt } from './process-identity.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const obedient = 'setInterval(() => {}, 1000)';
const stubborn = `process.on('SIGTERM', () => {}); console.log('ready'); ${obedient}`;

let folder = '';
let started: OwnedChild[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guardian-'));
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((child) => child.stop()));
  rmSync(folder, { recursive: true });
});

const optionsFor = (script: string, changes: Partial<GuardedChildOptions> = {}): GuardedChildOptions => ({
  entry: guardianEntry(here),
  socketPath: path.join(folder, 'child.sock'),
  command: process.execPath,
  args: ['-e', script],
  cwd: folder,
  env: {},
  logFile: path.join(folder, 'child.txt'),
  graceMs: 10_000,
  stopSignal: 'SIGTERM',
  stopDeadlineMs: 5_000,
  ...changes,
});

async function own(options: GuardedChildOptions): Promise<OwnedChild> {
  const result = await guardedChild(options).spawnOrAdopt();
  if (!result.ok) throw new Error(result.error.message);
  started.push(result.value);
  return result.value;
}

const exitOf = (child: OwnedChild): Promise<ChildExit> => new Promise((resolve) => child.onExit(resolve));
const runs = (pid: number): boolean => processStartedAt(pid) !== undefined;
const ended = (pid: number): Promise<void> =>
  vi.waitFor(() => expect(runs(pid)).toBe(false), { timeout: 10_000, interval: 20 });
const said = (options: GuardedChildOptions, word: string): Promise<void> =>
  vi.waitFor(() => expect(readFileSync(options.logFile, 'utf8')).toContain(word), { timeout: 10_000, interval: 20 });

describe('a guarded child', { timeout: 30_000 }, () => {
  it('is started, and stop() resolves when it and its socket are gone', async () => {
    const child = await own(optionsFor(obedient));
    expect(child.adopted).toBe(false);
    expect(runs(child.pid)).toBe(true);
    await child.stop();
    expect(runs(child.pid)).toBe(false);
    expect(readdirSync(folder)).toEqual(['child.txt']);
  });

  it('is taken over by the next owner when the first one lets go', async () => {
    const first = await own(optionsFor(obedient));
    first.detach();
    const second = await own(optionsFor(obedient));
    expect(second).toMatchObject({ adopted: true, pid: first.pid, startedAt: first.startedAt });
  });

  it('belongs to the newest owner alone', async () => {
    const first = await own(optionsFor(obedient));
    const second = await own(optionsFor(obedient));
    expect(await exitOf(first)).toEqual({ reason: 'replaced' });
    await first.stop();
    expect(runs(second.pid)).toBe(true);
  });

  it('ends after the grace when its owner lets go and nobody comes', async () => {
    const child = await own(optionsFor(obedient, { graceMs: 50 }));
    child.detach();
    await ended(child.pid);
  });

  it('is not taken over while it ends for want of an owner: the next one waits, and has a new one', async () => {
    const slow = `process.on('SIGTERM', () => { console.log('ending'); setTimeout(() => process.exit(), 500); });`;
    const options = optionsFor(`${slow} console.log('ready'); ${obedient}`, { graceMs: 20 });
    const first = await own(options);
    await said(options, 'ready');
    first.detach();
    await said(options, 'ending');
    const second = await own(options);
    expect(second.adopted).toBe(false);
    expect([runs(first.pid), runs(second.pid)]).toEqual([false, true]);
  });

  it('is stopped, not adopted, when other arguments are wanted', async () => {
    const first = await own(optionsFor(obedient));
    first.detach();
    const second = await own(optionsFor(obedient, { identity: 'another configuration' }));
    expect(second.adopted).toBe(false);
    expect(runs(first.pid)).toBe(false);
  });

  it('can be taken over without being started', async () => {
    expect(await guardedChild(optionsFor(obedient)).adopt()).toBeUndefined();
    const first = await own(optionsFor(obedient));
    expect(await guardedChild(optionsFor(obedient)).adopt()).toMatchObject({ adopted: true, pid: first.pid });
    expect(await guardedChild(optionsFor(obedient, { identity: 'other' })).adopt()).toBeUndefined();
    expect(runs(first.pid)).toBe(false);
  });

  it('is killed when it does not mind the stop signal', async () => {
    const options = optionsFor(stubborn, { stopDeadlineMs: 100 });
    const child = await own(options);
    await said(options, 'ready');
    const exit = exitOf(child);
    await child.stop();
    expect(await exit).toEqual({ reason: 'exited', code: null, signal: 'SIGKILL' });
  });

  it('tells how it ended by itself, also to those who ask late', async () => {
    const child = await own(optionsFor('process.exit(7)'));
    expect(await exitOf(child)).toEqual({ reason: 'exited', code: 7, signal: null });
    expect(await exitOf(child)).toEqual({ reason: 'exited', code: 7, signal: null });
    await child.stop();
  });

  it('that cannot be started is a failure, and leaves no guardian', async () => {
    const result = await guardedChild(optionsFor('', { command: path.join(folder, 'missing') })).spawnOrAdopt();
    expect(result).toMatchObject({ ok: false, error: { code: 'childNotStarted' } });
    expect(readdirSync(folder)).toEqual(['child.txt']);
  });

  it('is one, however many start it at once', async () => {
    const options = optionsFor(obedient);
    const children = await Promise.all([own(options), own(options), own(options)]);
    expect(new Set(children.map((child) => child.pid)).size).toBe(1);
  });

  it('uses a short path in a private folder when the wanted one is too long for a socket', async () => {
    const child = await own(optionsFor(obedient, { socketPath: path.join(folder, 'x'.repeat(120), 'child.sock') }));
    const fallback = path.join(tmpdir(), `frontdesk-${process.getuid?.()}`);
    expect(existsSync(fallback)).toBe(true);
    await child.stop();
  });

  it('starts over a socket file that was left behind', async () => {
    const options = optionsFor(obedient);
    const dead = spawn(process.execPath, ['-e', `net.createServer().listen(${JSON.stringify(options.socketPath)})`]);
    await vi.waitFor(() => expect(existsSync(options.socketPath)).toBe(true), { timeout: 10_000 });
    dead.kill('SIGKILL');
    await once(dead, 'exit');
    expect((await own(options)).adopted).toBe(false);
  });
});

/** Starts the child from a process of its own, kills that, and says which child it leaves. */
const killedOwner = async (options: GuardedChildOptions): Promise<number> => {
  const program = nodeArguments(path.join(here, 'owner.testing.ts'));
  const owner = spawn(process.execPath, [...program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
  });
  const [line] = await once(createInterface(owner.stdout), 'line');
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  return Number(line);
};

describe('after kill -9', { timeout: 30_000 }, () => {
  it('of its owner nothing is left when the grace is over', async () => {
    const pid = await killedOwner(optionsFor(obedient, { graceMs: 50 }));
    await ended(pid);
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual(['child.txt']), { timeout: 10_000 });
  });

  it('of its owner the next one takes it over', async () => {
    const pid = await killedOwner(optionsFor(obedient));
    expect(await own(optionsFor(obedient))).toMatchObject({ adopted: true, pid });
  });

  it('of the guardian the child left behind is ended before the next is started', async () => {
    const first = await own(optionsFor(obedient));
    const parent = /^PPid:\s*(\d+)/mu.exec(readFileSync(`/proc/${first.pid}/status`, 'utf8'))?.[1];
    process.kill(Number(parent), 'SIGKILL');
    expect(await exitOf(first)).toEqual({ reason: 'guardianLost' });
    expect(runs(first.pid)).toBe(true);
    const second = await own(optionsFor(obedient));
    expect(second.adopted).toBe(false);
    expect(runs(first.pid)).toBe(false);
  });
});
