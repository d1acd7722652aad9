import { expect, it } from 'vitest';
import { createMemoryDatabase } from '../storage/memory/memory-database.ts';
import { rememberStart } from './earlier-starts.ts';

it('knows the last starts of the server, the latest first', async () => {
  const { stores, setAvailable } = createMemoryDatabase();
  expect(await rememberStart(stores.settings, 1)).toEqual([]);
  for (const at of [2, 3, 4, 5, 6]) await rememberStart(stores.settings, at);
  expect(await rememberStart(stores.settings, 7)).toEqual([6, 5, 4, 3, 2]);
  await stores.settings.put('server-starts', 'not of this version');
  expect(await rememberStart(stores.settings, 8)).toEqual([]);
  setAvailable(false);
  expect(await rememberStart(stores.settings, 9)).toEqual([]);
});
