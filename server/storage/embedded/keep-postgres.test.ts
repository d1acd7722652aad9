import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../../../shared/result.ts';
import type { ChildExit, OwnedChild } from '../../guardian/owned-child.ts';
import { handClock } from '../testing/hand-clock.ts';
import { keptLog } from '../testing/kept-log.ts';
import { type EmbeddedDatabaseFailure, failure } from './embedded-failure.ts';
import { PostgresKeeper } from './keep-postgres.ts';
import type { RunningPostgres } from './start-postgres.ts';

type Fake = { readonly owned: OwnedChild; readonly crash: () => void; readonly fate: string[] };

function fakePostgres(pid: number): Fake {
  const listeners: ((exit: ChildExit) => void)[] = [];
  const fate: string[] = [];
  const owned: OwnedChild = {
    adopted: false,
    pid,
    startedAt: 0,
    onExit: (listener) => void listeners.push(listener),
    stop: () => Promise.resolve(void fate.push('stopped')),
    detach: () => undefined,
  };
  const crash = (): void => {
    for (const listener of listeners) listener({ reason: 'exited', code: null, signal: 'SIGKILL' });
  };
  return { owned, crash, fate };
}

/** A keeper of a PostgreSQL with the process id 1; each start has the outcome that is next, and the last one for good. */
function bench(...outcomes: readonly (() => Result<RunningPostgres, EmbeddedDatabaseFailure>)[]) {
  const clock = handClock();
  const { log, lines } = keptLog();
  const first = fakePostgres(1);
  let starts = 0;
  const start = async (): Promise<Result<RunningPostgres, EmbeddedDatabaseFailure>> => {
    const outcome = outcomes[Math.min(starts, outcomes.length - 1)];
    starts += 1;
    await turn();
    return outcome?.() ?? failure('notStarted', 'There was no outcome.');
  };
  const keeper = new PostgresKeeper({ first: first.owned, start, clock, log });
  /** Lets so much time go by, and what is begun then come to its end. */
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await turn();
    await turn();
  };
  return { keeper, first, pass, lines, starts: () => starts };
}

const full = (): never => {
  throw new Error('ENOSPC: no space left on device');
};
const taken = () => failure('noPort', 'Another program has port 5432.');

describe('a PostgreSQL that is kept running', () => {
  it('is started again when it ends by itself', async () => {
    const second = fakePostgres(2);
    const { keeper, first, pass } = bench(() => ok({ owned: second.owned, port: 5432 }));
    first.crash();
    await pass(250);
    expect(keeper.pid).toBe(2);
    await keeper.stop();
    expect([first.fate, second.fate]).toEqual([[], ['stopped']]);
  });

  it('is tried again when starting it was refused or threw, ever more slowly', async () => {
    const { keeper, first, pass, lines } = bench(full, taken, () => ok({ owned: fakePostgres(2).owned, port: 5432 }));
    first.crash();
    await pass(250);
    await pass(500);
    await pass(999);
    expect(keeper.pid).toBe(1);
    await pass(1);
    expect(keeper.pid).toBe(2);
    expect(lines.map(({ message }) => message)).toEqual([
      'The embedded PostgreSQL has ended by itself; starting it again',
      'The embedded PostgreSQL could not be started; tried again',
      'Another program has port 5432.',
      'The embedded PostgreSQL runs again',
    ]);
  });

  it('is left alone once it was stopped, also when a start throws then', async () => {
    const { keeper, first, pass, starts } = bench(full);
    first.crash();
    const started = pass(250);
    await keeper.stop();
    await started;
    await pass(60_000);
    expect(starts()).toBe(1);
  });
});
