import { createEmitter } from '../../lib/emitter.ts';
import type { AudioDevice } from '../../ports/audio-device.ts';

/** `group`: what belongs to the same piece of hardware has the same one (Media Capture and Streams §9.3). */
export type ListedDevice = AudioDevice & { readonly group: string };

/** What is plugged into this computer, as far as the browser tells this page. */
export type DeviceList = {
  /** Without an allowed microphone the browser tells of nothing. */
  readonly of: (kind: 'audioinput' | 'audiooutput') => Promise<readonly ListedDevice[]>;
  /** Something was plugged in or out, or the browser tells more than before. Answers the way to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The page was allowed a device: the browser tells more now, without an event of its own. */
  readonly allowed: () => void;
};

/** `media`: undefined where the browser gives none to this page. */
export function createDeviceList(media: MediaDevices | undefined): DeviceList {
  const changed = createEmitter<void>();
  media?.addEventListener('devicechange', () => changed.emit());
  return {
    of: async (kind) => {
      const all = (await media?.enumerateDevices()) ?? [];
      return all
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map(({ deviceId, label, groupId }) => ({ id: deviceId, label, group: groupId }));
    },
    subscribe: changed.subscribe,
    allowed: () => changed.emit(),
  };
}

/** Chromium lists these beside the real ones: whatever the computer uses for everything, and for calls (Windows). */
export const isAlias = ({ id }: AudioDevice): boolean => id === 'default' || id === 'communications';
