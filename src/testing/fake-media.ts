import { createEmitter } from '../lib/emitter.ts';
import type { SharedStorage } from '../lib/shared-storage.ts';

export type FakeDevice = {
  readonly kind: string;
  readonly deviceId: string;
  readonly label: string;
  readonly groupId: string;
};

export const input = (deviceId: string, label: string, groupId = deviceId): FakeDevice => ({
  kind: 'audioinput',
  deviceId,
  label,
  groupId,
});

export const output = (deviceId: string, label: string): FakeDevice => ({
  kind: 'audiooutput',
  deviceId,
  label,
  groupId: deviceId,
});

type Constraints = Pick<MediaTrackSettings, 'echoCancellation' | 'noiseSuppression' | 'autoGainControl'> & {
  readonly deviceId?: { readonly ideal?: string; readonly exact?: string };
};

/** A track that can be unplugged. */
export class FakeTrack extends EventTarget {
  readonly label: string;
  readonly device: FakeDevice;
  settings: MediaTrackSettings;
  /** Whether it can be cleaned differently while it runs. */
  isFlexible: boolean;
  isStopped = false;

  constructor(device: FakeDevice, wanted: Constraints, isFlexible: boolean) {
    super();
    this.device = device;
    this.label = device.label;
    this.settings = { ...wanted, deviceId: device.deviceId };
    this.isFlexible = isFlexible;
  }

  readonly getSettings = (): MediaTrackSettings => ({ ...this.settings, deviceId: this.device.deviceId });
  readonly applyConstraints = async (wanted: MediaTrackSettings): Promise<void> => {
    if (this.isFlexible) this.settings = { ...this.settings, ...wanted };
  };
  readonly stop = (): void => {
    this.isStopped = true;
  };
}

/** What a browser gives of its devices, as far as the page uses it; jsdom has neither devices nor streams. */
export class FakeMedia extends EventTarget {
  devices: readonly FakeDevice[];
  /** What the next question comes to, instead of a stream. */
  readonly failures: string[] = [];
  readonly wishes: Constraints[] = [];
  readonly opened: FakeTrack[] = [];
  isFlexible = true;
  readonly asked = createEmitter<void>();

  constructor(devices: readonly FakeDevice[]) {
    super();
    this.devices = devices;
  }

  readonly getUserMedia = async ({ audio }: { readonly audio: Constraints }) => {
    this.wishes.push(audio);
    this.asked.emit();
    const failure = this.failures.shift();
    if (failure !== undefined) throw new DOMException('', failure);
    const inputs = this.devices.filter(({ kind }) => kind === 'audioinput');
    const { exact, ideal } = audio.deviceId ?? {};
    const wanted = inputs.find(({ deviceId }) => deviceId === (exact ?? ideal));
    const device = wanted ?? (exact === undefined ? inputs[0] : undefined);
    if (device === undefined)
      throw new DOMException('', exact === undefined ? 'NotFoundError' : 'OverconstrainedError');
    const track = new FakeTrack(device, audio, this.isFlexible);
    this.opened.push(track);
    return { getAudioTracks: () => [track], getTracks: () => [track], track };
  };

  readonly enumerateDevices = async (): Promise<readonly FakeDevice[]> => this.devices;

  /** Pulls it out: its tracks end, and the browser tells that there is a change. */
  readonly unplug = (deviceId: string): void => {
    this.devices = this.devices.filter((device) => device.deviceId !== deviceId);
    for (const track of this.opened) {
      if (track.device.deviceId === deviceId && !track.isStopped) track.dispatchEvent(new Event('ended'));
    }
    this.dispatchEvent(new Event('devicechange'));
  };

  readonly plug = (device: FakeDevice): void => {
    this.devices = [...this.devices, device];
    this.dispatchEvent(new Event('devicechange'));
  };
}

/** The storage of a browser of its own for each test, as one of its windows has it. */
export function fakeStorage(kept: Readonly<Record<string, string>> = {}) {
  const all = new Map(Object.entries(kept));
  const written = createEmitter<{ readonly key: string; readonly by: object }>();
  const openWindow = (): SharedStorage => {
    const own = {};
    return {
      getItem: (key) => all.get(key) ?? null,
      setItem: (key, value) => {
        all.set(key, value);
        written.emit({ key, by: own });
      },
      subscribe: (key, told) =>
        written.subscribe(({ key: changed, by }) => {
          if (by !== own && changed === key) told();
        }),
    };
  };
  return { ...openWindow(), openWindow };
}
