import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryDatabase } from '../storage/memory/memory-database.ts';
import { agent, must, newQueue, newUser } from '../storage/samples.testing.ts';
import { keptLog } from '../storage/testing/kept-log.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { consolePresence } from './console-presence.ts';

const { consoleId, userId } = agent;

let database = createMemoryDatabase();
let clock = createVirtualClock();
let told: string[] = [];
let presence: ReturnType<typeof consolePresence>;

beforeEach(async () => {
  database = createMemoryDatabase();
  clock = createVirtualClock();
  told = [];
  const { users, directory } = database.stores;
  await users.create(newUser({ id: userId }), 1);
  must(await directory.saveQueue(newQueue('Main', { id: 'main' }), [userId]));
  const reception = {
    consoleReady: (ready: { readonly pageId: string; readonly queueIds: readonly string[] }) =>
      void told.push(`${ready.pageId} ready for ${ready.queueIds.join()}`),
    consoleGone: () => void told.push('gone'),
  };
  presence = consolePresence({ directory, reception, clock, log: keptLog().log }, new Map([[consoleId, agent]]));
});

const pass = async (ms: number): Promise<void> => {
  clock.advance(ms);
  await turn();
};

describe('a console that has registered', () => {
  it('is ready for its queues', async () => {
    presence.registered(consoleId, 'page');
    await turn();
    expect(told).toEqual(['page ready for main']);
  });

  it('is ready as soon as the database says its queues, however long that takes', async () => {
    database.setAvailable(false);
    presence.registered(consoleId, 'page');
    await turn();
    await pass(1_000);
    database.setAvailable(true);
    await pass(1_999);
    expect(told).toEqual([]);
    await pass(1);
    expect(told).toEqual(['page ready for main']);
    expect(clock.pending()).toBe(0);
  });

  it('is not waited for when it has gone', async () => {
    database.setAvailable(false);
    presence.registered(consoleId, 'page');
    await turn();
    presence.gone(consoleId);
    expect(clock.pending()).toBe(0);
    expect(told).toEqual(['gone']);
  });

  it('is asked for once when it has come again meanwhile', async () => {
    presence.registered(consoleId, 'page');
    presence.gone(consoleId);
    presence.registered(consoleId, 'page');
    await turn();
    expect(told).toEqual(['gone', 'page ready for main']);
  });
});
