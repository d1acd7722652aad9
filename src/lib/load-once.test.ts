import { expect, test } from 'vitest';
import { loadOnce } from './load-once.ts';

test('is loaded once, however often it is asked for', async () => {
  let loads = 0;
  const load = loadOnce(async () => (loads += 1));
  expect(await Promise.all([load(), load()])).toEqual([1, 1]);
  expect(await load()).toBe(1);
});

test('what could not be loaded is loaded again', async () => {
  let isAway = true;
  const load = loadOnce(async () => {
    if (isAway) throw new Error('the network is away');
    return 'here';
  });
  await expect(load()).rejects.toThrow('the network is away');
  isAway = false;
  expect(await load()).toBe('here');
});
