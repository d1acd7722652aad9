import { expect, test } from 'vitest';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { createDeviceNotices } from './device-notices.ts';

const lost = { type: 'fellBack', lost: 'Jabra', using: 'MacBook microphone', why: 'unplugged' } as const;

function open() {
  const clock = new FakeClock();
  const notices = createDeviceNotices(clock);
  return { clock, notices, texts: () => notices.store.getState().notices.map(({ text }) => text) };
}

test('a loss is said in a sentence, and is no news after a while', () => {
  const { clock, notices, texts } = open();
  notices.happened('microphone', lost);
  expect(texts()).toEqual(['Jabra was unplugged. Using MacBook microphone.']);
  clock.advance(12_000);
  expect(texts()).toEqual([]);
});

test('what one plug takes with it is said together, each purpose once', () => {
  const { notices, texts } = open();
  notices.happened('microphone', lost);
  notices.happened('callAudio', { ...lost, using: '' });
  notices.happened('ringer', { type: 'fellBack', lost: 'Room', using: '', why: 'missing' });
  expect(texts()).toEqual([
    'Jabra was unplugged. Using MacBook microphone.',
    'Jabra was unplugged. You hear callers on the computer’s default.',
    'Room is not connected. Calls ring on the computer’s default.',
  ]);
  notices.happened('microphone', { type: 'tookBack', using: 'Jabra' });
  expect(texts()).toContain('Jabra is back, and in use again.');
  expect(texts()).toHaveLength(3);
});

test('what arrives is offered until something else is in use', () => {
  const { notices } = open();
  notices.happened('microphone', { type: 'arrived', device: { id: 'a', label: 'AirPods' }, keeping: 'Jabra' });
  notices.happened('microphone', { type: 'changed' });
  expect(notices.store.getState().arrived).toEqual({ device: { id: 'a', label: 'AirPods' }, keeping: 'Jabra' });
  notices.happened('microphone', lost);
  expect(notices.store.getState().arrived).toBeNull();
});
