import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { ChildExit, OwnedChild } from '../../../guardian/owned-child.ts';
import { KeepRunning } from './keep-running.ts';

/** A clock that stands still until it is moved; what is due then runs, one task after the other. */
class ManualClock {
  #now = 0;
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.#now + ms, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const [next] = this.#tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = next.at;
      this.#tasks = this.#tasks.filter((other) => other !== next);
      next.task();
      await settled();
    }
    this.#now = until;
  }

  get idle(): boolean {
    return this.#tasks.length === 0;
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type FakeChild = OwnedChild & { readonly exit: (exit?: ChildExit) => Promise<void>; readonly fate: string[] };

function fakeChild(pid: number): FakeChild {
  const listeners: ((exit: ChildExit) => void)[] = [];
  const fate: string[] = [];
  const exit = async (how: ChildExit = { reason: 'exited', code: null, signal: 'SIGKILL' }): Promise<void> => {
    for (const listener of listeners) listener(how);
    await settled();
  };
  const stop = (): Promise<void> => {
    fate.push('stopped');
    return exit({ reason: 'exited', code: 0, signal: null });
  };
  return {
    adopted: false,
    pid,
    startedAt: 0,
    onExit: (listener) => void listeners.push(listener),
    stop,
    detach: () => void fate.push('detached'),
    exit,
    fate,
  };
}

let clock = new ManualClock();
let children: FakeChild[] = [];
let starts: Result<void, { message: string }>[] = [];
let healthy = true;
let housekeepings = 0;
let trouble: Error | undefined;
let heard: string[] = [];
let keeper: KeepRunning;

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: (_: unknown, message: string) => void heard.push(message),
};
const newest = (): FakeChild => {
  const child = children.at(-1);
  if (!child) throw new Error('no child');
  return child;
};

beforeEach(() => {
  clock = new ManualClock();
  children = [fakeChild(1)];
  [starts, healthy, housekeepings, heard] = [[], true, 0, []];
  trouble = undefined;
  keeper = new KeepRunning({
    child: newest(),
    start: () => {
      const outcome = starts.shift() ?? ok();
      if (!outcome.ok) return Promise.resolve(outcome);
      children.push(fakeChild(children.length + 1));
      return Promise.resolve(ok(newest()));
    },
    isHealthy: () => Promise.resolve(healthy),
    whenHealthy: () => {
      if (trouble) return Promise.reject(trouble);
      housekeepings += 1;
      return Promise.resolve();
    },
    clock,
    log: silent,
  });
  keeper.onDown(() => heard.push('down'));
  keeper.onRestart(() => heard.push('restarted'));
});

afterEach(() => expect(clock.idle).toBe(true));

describe('a child that is kept running', () => {
  it('is looked after every three seconds while it is well', async () => {
    await clock.pass(9_500);
    expect(housekeepings).toBe(3);
    expect(children).toHaveLength(1);
    await keeper.stop();
  });

  it('is started anew when it has ended', async () => {
    await newest().exit();
    expect(keeper.pid).toBeUndefined();
    await clock.pass(250);
    expect(keeper.pid).toBe(2);
    expect(heard.filter((word) => !word.includes(' '))).toEqual(['down', 'restarted']);
    await keeper.stop();
  });

  it('is ended and started anew when it does not answer three times', async () => {
    healthy = false;
    await clock.pass(4_900);
    expect(newest().fate).toEqual([]);
    await clock.pass(500);
    expect(children[0]?.fate).toEqual(['stopped']);
    expect(keeper.pid).toBe(2);
    await keeper.stop();
  });

  it('is left alone when it answers again in time', async () => {
    healthy = false;
    await clock.pass(4_500);
    healthy = true;
    await clock.pass(1_000);
    healthy = false;
    await clock.pass(4_000);
    expect(children).toHaveLength(1);
    await keeper.stop();
  });

  it('is tried again with growing patience, 30 s at most, when it cannot be started', async () => {
    starts = Array.from({ length: 9 }, () => fail({ message: 'no such luck' }));
    await newest().exit();
    await clock.pass(250 + 500 + 1_000 + 2_000 + 4_000 + 8_000 + 16_000 + 30_000 + 30_000 - 1);
    expect(starts).toHaveLength(1);
    await clock.pass(30_001);
    expect(starts).toHaveLength(0);
    expect(keeper.pid).toBe(2);
    await keeper.stop();
  });

  it('is started at once again when it had run well for a minute', async () => {
    for (let round = 0; round < 5; round += 1) {
      await newest().exit();
      await clock.pass(30_000);
    }
    await clock.pass(60_000);
    await newest().exit();
    await clock.pass(250);
    expect(keeper.pid).toBe(7);
    await keeper.stop();
  });

  it('is left to another server that has taken it over', async () => {
    await newest().exit({ reason: 'replaced' });
    await clock.pass(60_000);
    expect(children).toHaveLength(1);
    expect(heard).toEqual(['down']);
  });

  it('is started anew when its guardian is lost', async () => {
    await newest().exit({ reason: 'guardianLost' });
    await clock.pass(250);
    expect(keeper.pid).toBe(2);
    await keeper.stop();
  });

  it('ends for good with stop(), also while it is waited for', async () => {
    await newest().exit();
    await keeper.stop();
    await clock.pass(60_000);
    expect(children).toHaveLength(1);
  });

  it('is looked after again when that went wrong', async () => {
    trouble = new Error('the disk is full');
    await clock.pass(3_000);
    expect(heard).toEqual(['The PBX could not be looked after; tried again.']);
    trouble = undefined;
    await clock.pass(30_000);
    expect(housekeepings).toBe(1);
    await keeper.stop();
  });

  it('stays with detach()', async () => {
    keeper.detach();
    await clock.pass(60_000);
    expect(newest().fate).toEqual(['detached']);
  });

  it('tells nobody who has stopped listening', async () => {
    keeper.onDown(() => heard.push('again'))();
    await newest().exit();
    expect(heard).not.toContain('again');
    await keeper.stop();
  });
});
