import { expect, test } from 'vitest';
import { fakeStorage } from '../../testing/fake-media.ts';
import { settled } from '../../testing/settled.ts';
import { airPods, builtIn, headset, openMicrophone } from './web-microphone.testing.ts';

/** The window that has the telephone, and another one of the same browser in which nothing is listened to. */
async function openWindows() {
  const storage = fakeStorage();
  const phone = openMicrophone([headset, builtIn], storage);
  const silent = openMicrophone([headset, builtIn], storage.openWindow());
  await phone.microphone.open();
  await settled();
  return { phone, silent };
}

test('what is chosen in a window that does not listen is used where the telephone is, and opened only there', async () => {
  const { phone, silent } = await openWindows();
  expect(await silent.microphone.choose('built-in')).toEqual({ ok: true });
  await settled();
  expect(phone.used()).toBe('Built-in microphone');
  expect(phone.told).toEqual([]);
  expect(silent.microphone.chosen()).toEqual({ id: 'built-in', label: 'Built-in microphone' });
  expect([silent.microphone.state(), silent.media.opened]).toEqual([{ state: 'closed' }, []]);
});

test('a window that does not listen shows what is chosen where the telephone is', async () => {
  const { phone, silent } = await openWindows();
  let changes = 0;
  silent.microphone.subscribeDevices(() => (changes += 1));
  await phone.microphone.choose('built-in');
  await settled();
  expect(silent.microphone.chosen()).toEqual({ id: 'built-in', label: 'Built-in microphone' });
  expect([changes, silent.media.opened]).toEqual([1, []]);
});

test('one chosen in another window that does not start leaves the one before in use, which is said', async () => {
  const { phone, silent } = await openWindows();
  phone.media.failures.push('NotReadableError');
  await silent.microphone.choose('built-in');
  await settled();
  expect(phone.used()).toBe('Headset');
  expect(phone.told).toEqual([{ type: 'fellBack', lost: 'Built-in microphone', using: 'Headset', why: 'missing' }]);
});

test('the voice is cleaned as another window says, and that window knows it too', async () => {
  const { phone, silent } = await openWindows();
  await silent.microphone.clean({ echo: false, noise: true, level: true });
  await settled();
  expect(phone.media.opened[0]?.settings.echoCancellation).toBe(false);
  let changes = 0;
  silent.microphone.subscribeDevices(() => (changes += 1));
  await phone.microphone.clean({ echo: true, noise: true, level: true });
  await settled();
  expect([changes, silent.microphone.cleaning().echo]).toEqual([1, true]);
});

test('a desk without a microphone takes the one that another window chooses', async () => {
  const storage = fakeStorage();
  const phone = openMicrophone([headset, airPods], storage);
  const silent = openMicrophone([headset, airPods], storage.openWindow());
  phone.media.failures.push('NotReadableError');
  await phone.microphone.open();
  await silent.microphone.choose('air-pods');
  await settled();
  expect(phone.used()).toBe('AirPods');
});
