import type { DeviceEvent } from '../../ports/audio-device.ts';
import type { SharedStorage } from '../../lib/shared-storage.ts';
import { FakeMedia, fakeStorage, input } from '../../testing/fake-media.ts';
import { createDeviceList } from './device-list.ts';
import { WebMicrophone } from './web-microphone.ts';

export const headset = input('headset', 'Headset');
export const builtIn = input('built-in', 'Built-in microphone');
export const airPods = input('air-pods', 'AirPods');

/** A microphone in a browser with these devices, and what it tells. */
export function openMicrophone(devices = [headset, builtIn], storage: SharedStorage = fakeStorage()) {
  const media = new FakeMedia(devices);
  // What a browser gives, as far as the microphone uses it; jsdom has neither devices nor streams.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const browser = media as unknown as MediaDevices;
  const microphone = new WebMicrophone({
    media: browser,
    list: createDeviceList(browser),
    permissions: undefined,
    meterOf: () => ({ level: () => 0, close: () => undefined }),
    storage,
  });
  const told: DeviceEvent[] = [];
  const states: string[] = [];
  microphone.subscribeDevices((event) => event.type !== 'changed' && told.push(event));
  microphone.subscribe(({ state }) => states.push(state));
  const used = (): string | null => {
    const state = microphone.state();
    return state.state === 'ready' ? state.device.label : null;
  };
  return { microphone, media, storage, told, states, used };
}
