import { expect, test } from 'vitest';
import { shareStorage } from './shared-storage.ts';

test('what another window writes is told to whom it concerns, until they stop', () => {
  const storage = shareStorage(localStorage, window);
  let told = 0;
  const stop = storage.subscribe('wanted', () => (told += 1));
  dispatchEvent(new StorageEvent('storage', { key: 'other', newValue: 'a' }));
  dispatchEvent(new StorageEvent('storage', { key: 'wanted', newValue: 'a' }));
  stop();
  dispatchEvent(new StorageEvent('storage', { key: 'wanted', newValue: 'b' }));
  expect(told).toBe(1);
});
