import { expect, test } from 'vitest';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakeMicrophone } from '../../../drivers/fake/fake-microphone.ts';
import { FakePhoneLine } from '../../../drivers/fake/fake-phone-line.ts';
import { FakeRinger } from '../../../drivers/fake/fake-ringer.ts';
import { FakeTabLock } from '../../../drivers/fake/fake-tab-lock.ts';
import { mira } from '../../../drivers/fake/stage.ts';
import { DeskStore } from './desk-store.ts';

function open(tabLock = new FakeTabLock()) {
  const parts = {
    clock: new FakeClock(),
    phone: new FakePhoneLine(),
    microphone: new FakeMicrophone(),
    ringer: new FakeRinger(),
    tabLock,
    me: mira,
  };
  const desk = new DeskStore(parts);
  desk.start();
  return { ...parts, desk };
}

test('the telephone does not wait for the microphone', () => {
  const { desk, phone, microphone } = open();
  expect(phone.state().state).toBe('registered');
  expect(microphone.state().state).toBe('closed');
  desk.openAudio();
  expect(microphone.state().state).toBe('ready');
});

test('a window without the telephone opens no microphone until it has it', async () => {
  const tabLock = new FakeTabLock();
  const first = open(tabLock);
  const second = open(tabLock);
  second.desk.openAudio();
  expect(second.microphone.state().state).toBe('closed');
  await first.desk.stop();
  expect(second.desk.store.getState().holder).toBe('here');
  expect(second.microphone.state().state).toBe('ready');
});
