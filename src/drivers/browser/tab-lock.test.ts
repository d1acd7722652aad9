import { describe, expect, test } from 'vitest';
import type { TabLock } from '../../ports/tab-lock.ts';
import { settled } from '../../testing/settled.ts';
import { FakeLockManager } from '../../testing/fake-lock-manager.ts';
import { FakeTabLock } from '../fake/fake-tab-lock.ts';
import { createWebTabLock } from './web-tab-lock.ts';

const kinds: readonly (readonly [string, () => TabLock])[] = [
  ['of the browser', () => createWebTabLock(new FakeLockManager())],
  ['for tests', () => new FakeTabLock()],
];

describe.each(kinds)('a tab lock %s', (_, make) => {
  async function claim(lock: TabLock, name = 'desk') {
    const told: string[] = [];
    const letGo = lock.claim(name, (holder) => told.push(holder));
    await settled();
    return { told, letGo };
  }

  test('is had by the first window, and the next is told that it is elsewhere', async () => {
    const lock = make();
    const [first, second] = [await claim(lock), await claim(lock)];
    expect(first.told).toEqual(['here']);
    expect(second.told).toEqual(['elsewhere']);
  });

  test('goes to the next window when the first lets go, in the order they came', async () => {
    const lock = make();
    const [first, second, third] = [await claim(lock), await claim(lock), await claim(lock)];
    first.letGo();
    await settled();
    expect([second.told, third.told]).toEqual([['elsewhere', 'here'], ['elsewhere']]);
    second.letGo();
    await settled();
    expect(third.told).toEqual(['elsewhere', 'here']);
  });

  test('a window that goes while it waits is passed over', async () => {
    const lock = make();
    const [first, second, third] = [await claim(lock), await claim(lock), await claim(lock)];
    second.letGo();
    await settled();
    first.letGo();
    await settled();
    expect(second.told).toEqual(['elsewhere']);
    expect(third.told.at(-1)).toBe('here');
  });

  test('desks do not stand in each other’s way', async () => {
    const lock = make();
    await claim(lock, 'one');
    expect((await claim(lock, 'other')).told).toEqual(['here']);
  });
});

test('without locks in the browser each window has its own telephone', () => {
  const told: string[] = [];
  createWebTabLock(undefined).claim('desk', (holder) => told.push(holder));
  expect(told).toEqual(['here']);
});
