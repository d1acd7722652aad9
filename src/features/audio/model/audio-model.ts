import type { SharedStorage } from '../../../lib/shared-storage.ts';
import type { Ports } from '../../../ports/ports.ts';
import { createDeviceNotices, type DeviceNotices } from './device-notices.ts';
import { DevicesStore } from './devices-store.ts';
import { HeadsetStore } from './headset-store.ts';
import { createRingTones, type Line, type RingTones } from './ring-tones.ts';

/** What the components of the audio work with. */
export type AudioModel = {
  readonly devices: DevicesStore;
  readonly notices: DeviceNotices;
  readonly tones: RingTones;
  readonly headset: HeadsetStore;
  /** How loud this desk's microphone is just now, 0 to 1. */
  readonly microphoneLevel: () => number;
  /** How loud the caller is just now, 0 to 1; 0 without a call. */
  readonly callLevel: () => number;
  readonly ringOnce: Ports['ringer']['ringOnce'];
  readonly start: () => void;
  readonly stop: () => void;
};

type Parts = {
  readonly ports: Pick<Ports, 'microphone' | 'speaker' | 'ringer' | 'loadHeadset' | 'clock'>;
  /** The lines that may ring here. */
  readonly lines: readonly Line[];
  readonly storage: SharedStorage;
  readonly callLevel: () => number;
};

/** Everything the audio of one desk is made of, apart from what is drawn. */
export function createAudioModel({ ports, lines, storage, callLevel }: Parts): AudioModel {
  const { microphone, speaker, ringer, loadHeadset, clock } = ports;
  const notices = createDeviceNotices(clock);
  const devices = new DevicesStore({ microphone, callAudio: speaker, ringer: ringer.speaker, notices });
  const headset = new HeadsetStore(loadHeadset);
  const tones = createRingTones(lines, storage);
  return {
    devices,
    notices,
    tones,
    headset,
    microphoneLevel: () => microphone.level(),
    callLevel,
    ringOnce: (tone) => ringer.ringOnce(tone),
    start: devices.start,
    stop: () => {
      devices.stop();
      notices.stop();
      tones.stop();
      void headset.close();
    },
  };
}
