import { describe, expect, it } from 'vitest';
import { storesContract } from '../stores-contract.testing.ts';
import { createMemoryDatabase } from './memory-database.ts';

describe('the stores in memory', () => {
  storesContract(() => {
    const database = createMemoryDatabase();
    return Promise.resolve({ database, reopened: () => Promise.resolve(database), close: () => database.close() });
  });

  it('answers that it is unavailable for as long as it is to be', async () => {
    const database = createMemoryDatabase();
    const unavailable = { ok: false, error: 'databaseUnavailable' };
    database.setAvailable(false);
    expect(await database.ping()).toEqual(unavailable);
    expect(await database.stores.settings.put('a', 'b')).toEqual(unavailable);
    expect(await database.stores.events.append({ kind: 'phoneSystem', state: 'down' }, 1)).toEqual(unavailable);
    database.setAvailable(true);
    expect(await database.stores.events.head()).toEqual({ ok: true, value: 0 });
    expect(await database.stores.settings.get('a')).toEqual({ ok: true, value: null });
  });

  it('tells events in order to all, also when a listener appends', async () => {
    const { events } = createMemoryDatabase().stores;
    const heard: string[] = [];
    events.subscribe(({ sequence }) => {
      heard.push(`first ${sequence}`);
      if (sequence === 1) void events.append({ kind: 'phoneSystem', state: 'working' }, 2);
    });
    events.subscribe(({ sequence }) => heard.push(`second ${sequence}`));
    await events.append({ kind: 'phoneSystem', state: 'down' }, 1);
    expect((await events.head()).ok).toBe(true);
    expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
  });
});
