import { expect, test } from 'vitest';
import { FakeHeadset } from '../../../drivers/fake/fake-headset.ts';
import { settled } from '../../../testing/settled.ts';
import { HeadsetStore } from './headset-store.ts';

const talking = { isRinging: false, isTalking: true, isMuted: false };

test('what is shown before the headset is there is shown once it is', async () => {
  const headset = new FakeHeadset();
  const store = new HeadsetStore(async () => headset);
  store.show(talking);
  expect(headset.shown).toBeNull();
  await store.open();
  expect(headset.shown).toEqual(talking);
});

test('is fetched once, however often it is wanted', async () => {
  let loads = 0;
  const store = new HeadsetStore(async () => {
    loads += 1;
    return new FakeHeadset();
  });
  await Promise.all([store.open(), store.open(), store.connect()]);
  expect(loads).toBe(1);
});

test('that could not be fetched is said, and fetched again when it is asked for', async () => {
  const headset = new FakeHeadset();
  let isAway = true;
  const store = new HeadsetStore(async () => {
    if (isAway) throw new Error('the network is away');
    return headset;
  });
  await store.open();
  expect(store.store.getState().failure).toBe('notLoaded');
  isAway = false;
  await store.connect();
  expect(store.store.getState()).toEqual({
    canConnect: true,
    connected: [{ id: 'headset-1', label: 'Headset' }],
    failure: null,
  });
});

test('presses are passed on until it is closed', async () => {
  const headset = new FakeHeadset();
  const store = new HeadsetStore(async () => headset);
  const presses: string[] = [];
  store.subscribePresses((button) => void presses.push(button));
  await store.open();
  headset.press('mute');
  await store.close();
  await settled();
  headset.press('hangUp');
  expect(presses).toEqual(['mute']);
  expect(headset.isOpen).toBe(false);
});
