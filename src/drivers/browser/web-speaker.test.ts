import { describe, expect, test } from 'vitest';
import type { DeviceEvent } from '../../ports/audio-device.ts';
import { FakeMedia, fakeStorage, output } from '../../testing/fake-media.ts';
import { settled } from '../../testing/settled.ts';
import { createDeviceList } from './device-list.ts';
import { WebSpeaker, type WebSpeakerParts } from './web-speaker.ts';

const headset = output('headset', 'Headset');
const room = output('room', 'Room speakers');
const alias = output('default', 'Default - Room speakers');

function open(options: { readonly storage?: WebSpeakerParts['storage']; readonly isStuck?: boolean } = {}) {
  const media = new FakeMedia([alias, headset, room]);
  const used: string[] = [];
  const volumes: number[] = [];
  const refused = new Set<string>();
  const storage = options.storage ?? fakeStorage();
  const speaker = new WebSpeaker({
    // As much of a browser as the list asks for.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    list: createDeviceList(media as unknown as MediaDevices),
    sink: {
      use: options.isStuck
        ? undefined
        : async (deviceId) => {
            if (refused.has(deviceId)) throw new DOMException('', 'NotFoundError');
            used.push(deviceId);
          },
      setVolume: (volume) => void volumes.push(volume),
    },
    select: undefined,
    storage,
    name: 'ringer',
    usualVolume: 80,
  });
  const told: DeviceEvent[] = [];
  speaker.subscribeDevices((event) => event.type !== 'changed' && told.push(event));
  return { speaker, media, used, volumes, refused, storage, told };
}

describe('a speaker', () => {
  test('is one of those there are, without the browser’s other names for them', async () => {
    const { speaker } = open();
    expect(await speaker.devices()).toEqual([
      { id: 'headset', label: 'Headset' },
      { id: 'room', label: 'Room speakers' },
    ]);
  });

  test('is used from the moment it is chosen, and the next time', async () => {
    const first = open();
    await first.speaker.open();
    expect(await first.speaker.choose('headset')).toEqual({ ok: true });
    expect(first.used).toEqual(['headset']);
    expect(first.speaker.state().device).toEqual({ id: 'headset', label: 'Headset' });
    const next = open({ storage: first.storage });
    await next.speaker.open();
    expect(next.used).toEqual(['headset']);
    expect(next.told).toEqual([]);
    await next.speaker.choose('');
    expect(next.speaker.state()).toMatchObject({ device: null, chosen: null });
  });

  test('that does not play leaves the one before in use', async () => {
    const { speaker, refused } = open();
    await speaker.open();
    await speaker.choose('room');
    refused.add('headset');
    expect(await speaker.choose('headset')).toEqual({ ok: false, error: 'refused' });
    expect(speaker.state()).toMatchObject({ device: { id: 'room' }, chosen: { id: 'room' } });
  });

  test('that is unplugged gives way to the computer’s default, and is taken back, both said', async () => {
    const { speaker, media, told, used } = open();
    await speaker.open();
    await speaker.choose('headset');
    media.unplug('headset');
    await settled();
    expect(speaker.state()).toMatchObject({ device: null, chosen: { label: 'Headset' } });
    media.plug(headset);
    await settled();
    expect(used).toEqual(['headset', '', 'headset']);
    expect(told).toEqual([
      { type: 'fellBack', lost: 'Headset', using: '', why: 'unplugged' },
      { type: 'tookBack', using: 'Headset' },
    ]);
  });

  test('that is not there at the start of the shift is said once', async () => {
    const storage = fakeStorage({ 'frontdesk.ringer': JSON.stringify([{ id: 'gone', label: 'Old speakers' }]) });
    const { speaker, media, told } = open({ storage });
    await speaker.open();
    media.dispatchEvent(new Event('devicechange'));
    await settled();
    expect(told).toEqual([{ type: 'fellBack', lost: 'Old speakers', using: '', why: 'missing' }]);
  });

  test('cannot be chosen where the browser plays on one only', async () => {
    const { speaker } = open({ isStuck: true });
    await speaker.open();
    expect(speaker.state().canChoose).toBe(false);
  });
});

describe('in another window of the browser', () => {
  test('what is chosen is used here at once, and said to nobody', async () => {
    const storage = fakeStorage();
    const [here, other] = [open({ storage }), open({ storage: storage.openWindow() })];
    await here.speaker.open();
    await other.speaker.choose('headset');
    await settled();
    expect(here.used).toEqual(['headset']);
    await other.speaker.choose('');
    await settled();
    expect(here.used).toEqual(['headset', '']);
    expect(here.told).toEqual([]);
  });

  test('what takes the place of a speaker that went away is not said to be back', async () => {
    const storage = fakeStorage();
    const [here, other] = [open({ storage }), open({ storage: storage.openWindow() })];
    await here.speaker.open();
    await here.speaker.choose('headset');
    here.media.unplug('headset');
    await settled();
    await other.speaker.choose('room');
    await settled();
    expect(here.speaker.state()).toMatchObject({ device: { id: 'room' } });
    expect(here.told.map(({ type }) => type)).toEqual(['fellBack']);
  });

  test('it is set louder here as well, until the page is left', async () => {
    const storage = fakeStorage();
    const [here, other] = [open({ storage }), open({ storage: storage.openWindow() })];
    await here.speaker.open();
    other.speaker.setVolume(40);
    expect([here.speaker.state().volume, here.volumes]).toEqual([40, [0.8, 0.4]]);
    here.speaker.close();
    other.speaker.setVolume(10);
    expect(here.volumes).toEqual([0.8, 0.4]);
  });
});

describe('the volume', () => {
  test('is kept, and kept within what there is', () => {
    const first = open();
    expect(first.volumes).toEqual([0.8]);
    first.speaker.setVolume(35.4);
    first.speaker.setVolume(130);
    expect(first.volumes).toEqual([0.8, 0.35, 1]);
    expect(open({ storage: first.storage }).speaker.state().volume).toBe(100);
  });

  test('is the usual one when what was kept is no volume', () => {
    expect(open({ storage: fakeStorage({ 'frontdesk.ringer-volume': 'loud' }) }).speaker.state().volume).toBe(80);
  });
});
