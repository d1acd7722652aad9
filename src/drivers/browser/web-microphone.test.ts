import { describe, expect, test } from 'vitest';
import { fakeStorage, input } from '../../testing/fake-media.ts';
import { settled } from '../../testing/settled.ts';
import { createDeviceList } from './device-list.ts';
import { airPods, builtIn, headset, openMicrophone as open } from './web-microphone.testing.ts';
import { WebMicrophone } from './web-microphone.ts';

describe('the microphone', () => {
  test('is asked for once, however many want it', async () => {
    const { microphone, media } = open();
    await Promise.all([microphone.open(), microphone.open()]);
    await microphone.open();
    expect(media.wishes).toHaveLength(1);
    expect(microphone.state()).toEqual({ state: 'ready', device: { id: 'headset', label: 'Headset' } });
  });

  test.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s is %s', async (name, state) => {
    const { microphone, media } = open();
    media.failures.push(name);
    expect(await microphone.open()).toEqual({ ok: false, error: state });
    expect(microphone.state()).toEqual({ state });
  });

  test('may be asked for again after a no', async () => {
    const { microphone, media } = open();
    media.failures.push('NotAllowedError');
    await microphone.open();
    expect(await microphone.open()).toEqual({ ok: true });
  });

  test('closed is silent', async () => {
    const { microphone, media } = open();
    await microphone.open();
    microphone.close();
    expect(media.opened[0]?.isStopped).toBe(true);
    expect(microphone.stream()).toBeNull();
  });

  test('closed while the browser asks, it lets go of what it gets', async () => {
    const { microphone, media } = open();
    const opening = microphone.open();
    await new Promise<void>((resolve) => media.asked.subscribe(resolve));
    microphone.close();
    await opening;
    expect(media.opened[0]?.isStopped).toBe(true);
    expect(microphone.state()).toEqual({ state: 'closed' });
  });

  test('where the browser gives none it is denied, not an exception', async () => {
    const microphone = new WebMicrophone({
      media: undefined,
      list: createDeviceList(undefined),
      permissions: undefined,
      meterOf: () => ({ level: () => 0, close: () => undefined }),
      storage: fakeStorage(),
    });
    expect(await microphone.open()).toEqual({ ok: false, error: 'denied' });
    expect(await microphone.devices()).toEqual([]);
  });
});

describe('the choice of a microphone', () => {
  test('is kept for the next time, as a wish', async () => {
    const first = open();
    await first.microphone.open();
    expect(await first.microphone.choose('built-in')).toEqual({ ok: true });
    expect(first.used()).toBe('Built-in microphone');
    const next = open([headset, builtIn], first.storage);
    await next.microphone.open();
    expect(next.media.wishes[0]).toMatchObject({ deviceId: { ideal: 'built-in' } });
    expect(next.used()).toBe('Built-in microphone');
  });

  test('is there before the one before is let go of, so that a call has no gap', async () => {
    const { microphone, media, states } = open();
    await microphone.open();
    states.length = 0;
    let wasHeard = false;
    media.asked.subscribe(() => (wasHeard = media.opened[0]?.isStopped === false));
    await microphone.choose('built-in');
    expect(wasHeard).toBe(true);
    expect(media.opened[0]?.isStopped).toBe(true);
    expect(states).toEqual(['ready']);
  });

  test('of one that does not start leaves the one before in use, and chosen', async () => {
    const { microphone, media, used } = open();
    await microphone.open();
    media.failures.push('NotReadableError');
    expect(await microphone.choose('built-in')).toEqual({ ok: false, error: 'busy' });
    expect(used()).toBe('Headset');
    expect(media.opened[0]?.isStopped).toBe(false);
    expect(microphone.chosen()).toBeNull();
  });

  test('finds the same headset in another socket, where it has another id', async () => {
    const first = open();
    await first.microphone.open();
    await first.microphone.choose('headset');
    const next = open([builtIn, input('headset-2', 'Headset')], first.storage);
    await next.microphone.open();
    expect(next.used()).toBe('Headset');
    expect(next.told).toEqual([]);
  });

  test('of a headset left at home is said, and something else is used', async () => {
    const first = open();
    await first.microphone.open();
    await first.microphone.choose('headset');
    const next = open([builtIn], first.storage);
    await next.microphone.open();
    expect(next.told).toEqual([{ type: 'fellBack', lost: 'Headset', using: 'Built-in microphone', why: 'missing' }]);
  });
});

describe('a microphone that is unplugged', () => {
  test('is replaced at once, which is said', async () => {
    const { microphone, media, told, states, used } = open();
    await microphone.open();
    states.length = 0;
    media.unplug('headset');
    await settled();
    expect(used()).toBe('Built-in microphone');
    expect(states).toEqual(['unplugged', 'asking', 'ready']);
    expect(told).toEqual([{ type: 'fellBack', lost: 'Headset', using: 'Built-in microphone', why: 'unplugged' }]);
  });

  test('is taken back when it returns, chosen or not, without a gap', async () => {
    const { microphone, media, told, states, used } = open();
    await microphone.open();
    media.unplug('headset');
    await settled();
    states.length = 0;
    media.plug(headset);
    await settled();
    expect(used()).toBe('Headset');
    expect(states).toEqual(['ready']);
    expect(told.at(-1)).toEqual({ type: 'tookBack', using: 'Headset' });
  });

  test('gives way to the one that was chosen before it', async () => {
    const { microphone, media, used } = open([builtIn, airPods, headset]);
    await microphone.open();
    await microphone.choose('air-pods');
    await microphone.choose('headset');
    expect(await microphone.secondChoice()).toMatchObject({ label: 'AirPods' });
    media.unplug('headset');
    await settled();
    expect(used()).toBe('AirPods');
  });

  test('and was the only one, is looked for when something is plugged in', async () => {
    const { microphone, media, states } = open([headset]);
    await microphone.open();
    expect(await microphone.secondChoice()).toBeNull();
    media.unplug('headset');
    await settled();
    expect(states.slice(-3)).toEqual(['unplugged', 'asking', 'none']);
    media.plug(headset);
    await settled();
    expect(states.at(-1)).toBe('ready');
  });

  test('is noticed by its absence where its track does not end', async () => {
    const { microphone, media, used } = open();
    await microphone.open();
    await settled();
    media.devices = [builtIn];
    media.dispatchEvent(new Event('devicechange'));
    await settled();
    expect(used()).toBe('Built-in microphone');
  });
});

test('a microphone that is plugged in is told of and not taken', async () => {
  const { microphone, media, told, used } = open();
  await microphone.open();
  await settled();
  media.plug(airPods);
  await settled();
  expect(used()).toBe('Headset');
  expect(told).toMatchObject([{ type: 'arrived', device: { label: 'AirPods' }, keeping: 'Headset' }]);
});

test('the computer’s default is followed when the computer has another one', async () => {
  const { microphone, media, used } = open([input('default', 'Default - Headset', 'g1'), headset, builtIn]);
  await microphone.open();
  await settled();
  media.devices = [input('default', 'Default - Built-in microphone', 'g2'), headset, builtIn];
  media.dispatchEvent(new Event('devicechange'));
  await settled();
  expect(used()).toBe('Default - Built-in microphone');
});
