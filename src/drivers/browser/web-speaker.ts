import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { SharedStorage } from '../../lib/shared-storage.ts';
import { createTurns } from '../../lib/turns.ts';
import type { AudioDevice, DeviceEvent } from '../../ports/audio-device.ts';
import type { Speaker, SpeakerState } from '../../ports/speaker.ts';
import { DeviceChoice, findDevice } from './device-choice.ts';
import { isAlias, type DeviceList } from './device-list.ts';

/** What sound leaves the page by. */
export type Sink = {
  /** Undefined where the browser plays on the computer's default only; the empty id is that default. */
  readonly use: ((deviceId: string) => Promise<void>) | undefined;
  /** 0 to 1, as the ear has it to be: the sink makes of it what it needs. */
  readonly setVolume: (volume: number) => void;
};

export type WebSpeakerParts = {
  readonly list: DeviceList;
  readonly sink: Sink;
  /** The browser's own list of speakers (Audio Output Devices API §3); undefined where it has none. */
  readonly select: (() => Promise<MediaDeviceInfo>) | undefined;
  readonly storage: SharedStorage;
  /** What the choice is kept by. */
  readonly name: 'call-audio' | 'ringer';
  /** Whole per cent, until somebody sets it. */
  readonly usualVolume: number;
};

/** A loudspeaker by choice (Audio Output Devices API), and the computer's default while the chosen one is away. */
export class WebSpeaker implements Speaker {
  readonly #parts: WebSpeakerParts;
  readonly #choice: DeviceChoice;
  readonly #happened = createEmitter<DeviceEvent>();
  readonly #inTurn = createTurns();
  #device: AudioDevice | null = null;
  #volume: number;
  /** Whether the chosen one is away, which has been said. */
  #isLost = false;
  #stop: (() => void) | null = null;

  constructor(parts: WebSpeakerParts) {
    this.#parts = parts;
    this.#choice = new DeviceChoice(parts.storage, `frontdesk.${parts.name}`);
    this.#volume = keptVolume(parts);
    parts.sink.setVolume(this.#volume / 100);
  }

  readonly subscribeDevices = this.#happened.subscribe;

  readonly state = (): SpeakerState => ({
    canChoose: this.#parts.sink.use !== undefined,
    canAsk: this.#parts.select !== undefined,
    device: this.#device,
    chosen: this.#choice.chosen(),
    volume: this.#volume,
  });

  readonly open = async (): Promise<void> => {
    this.#stop ??= this.#listen();
    await this.#inTurn(() => this.#follow());
  };

  readonly close = (): void => {
    this.#stop?.();
    this.#stop = null;
  };

  readonly devices = async (): Promise<readonly AudioDevice[]> =>
    (await this.#parts.list.of('audiooutput'))
      .filter((device) => !isAlias(device))
      .map(({ id, label }) => ({ id, label }));

  readonly choose = (deviceId: string): Promise<Result<void, 'refused'>> =>
    this.#inTurn(async () => {
      const device = findDevice(await this.devices(), { id: deviceId, label: '' });
      return this.#take(device);
    });

  readonly ask = async (): Promise<Result<void, 'refused'>> => {
    const { select } = this.#parts;
    if (select === undefined) return fail('refused');
    // Closing the browser's list is an answer as well.
    const chosen = await select().catch(() => null);
    if (chosen === null) return fail('refused');
    return this.#inTurn(() => this.#take({ id: chosen.deviceId, label: chosen.label }));
  };

  readonly setVolume = (volume: number): void => {
    const kept = Math.round(Math.min(100, Math.max(0, volume)));
    this.#parts.storage.setItem(volumeKey(this.#parts), String(kept));
    this.#becomeLoud(kept);
  };

  /** What is plugged in and out, and what another window of this browser chooses: it sounds here all the same. */
  #listen(): () => void {
    const { list, storage } = this.#parts;
    const stops = [
      list.subscribe(() => void this.#inTurn(() => this.#follow())),
      this.#choice.subscribe(() => {
        this.#isLost = false;
        void this.#inTurn(() => this.#follow());
      }),
      storage.subscribe(volumeKey(this.#parts), () => this.#becomeLoud(keptVolume(this.#parts))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  #becomeLoud(volume: number): void {
    this.#volume = volume;
    this.#parts.sink.setVolume(volume / 100);
    this.#happened.emit({ type: 'changed' });
  }

  async #take(device: AudioDevice | null): Promise<Result<void, 'refused'>> {
    if (!(await this.#use(device))) return fail('refused');
    this.#choice.choose(device);
    this.#happened.emit({ type: 'changed' });
    return ok();
  }

  async #use(device: AudioDevice | null): Promise<boolean> {
    try {
      await this.#parts.sink.use?.(device?.id ?? '');
    } catch {
      // Gone in that moment, or not allowed: what was in use goes on.
      return false;
    }
    this.#device = device;
    return true;
  }

  /** What was plugged in and out: the chosen one while it is there, else the computer's default. */
  async #follow(): Promise<void> {
    const [devices, chosen, used] = [await this.devices(), this.#choice.chosen(), this.#device];
    // Until the microphone is allowed, the browser tells of nothing; that is no loss.
    if (devices.length === 0 && used === null) return;
    const wanted = findDevice(devices, chosen);
    const isUsed = wanted?.id === used?.id || (await this.#use(wanted));
    this.#happened.emit(isUsed ? this.#newsOf(wanted, used, chosen) : { type: 'changed' });
  }

  #newsOf(wanted: AudioDevice | null, used: AudioDevice | null, chosen: AudioDevice | null): DeviceEvent {
    const wasLost = this.#isLost;
    this.#isLost = wanted === null && chosen !== null;
    if (this.#isLost && !wasLost && chosen !== null) {
      return { type: 'fellBack', lost: chosen.label, using: '', why: used === null ? 'missing' : 'unplugged' };
    }
    return wasLost && wanted !== null ? { type: 'tookBack', using: wanted.label } : { type: 'changed' };
  }
}

const volumeKey = ({ name }: WebSpeakerParts): string => `frontdesk.${name}-volume`;

function keptVolume(parts: WebSpeakerParts): number {
  const kept = Number.parseInt(parts.storage.getItem(volumeKey(parts)) ?? '', 10);
  return kept >= 0 && kept <= 100 ? kept : parts.usualVolume;
}

/** The browser's own list of speakers; undefined where it has none. TypeScript does not know of it yet. */
export function selectorOf(media: MediaDevices | undefined): WebSpeakerParts['select'] {
  if (media === undefined || !hasSelector(media)) return undefined;
  return () => media.selectAudioOutput();
}

const hasSelector = (
  media: MediaDevices,
): media is MediaDevices & { readonly selectAudioOutput: () => Promise<MediaDeviceInfo> } =>
  'selectAudioOutput' in media;
