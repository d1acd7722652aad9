import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { AudioDevice, DeviceEvent } from '../../ports/audio-device.ts';
import type { CallSpeaker, SpeakerState } from '../../ports/speaker.ts';

/** A loudspeaker that makes no noise. */
export class FakeSpeaker implements CallSpeaker {
  /** What is plugged in. */
  list: readonly AudioDevice[];
  /** How often a voice was played. */
  voices = 0;
  isBlocked = false;
  readonly happened = createEmitter<DeviceEvent>();
  #state: SpeakerState = { canChoose: true, canAsk: false, device: null, chosen: null, volume: 80 };

  constructor(list: readonly AudioDevice[] = []) {
    this.list = list;
  }

  readonly state = (): SpeakerState => this.#state;
  readonly subscribeDevices = this.happened.subscribe;
  readonly open = async (): Promise<void> => undefined;
  readonly close = (): void => undefined;
  readonly devices = async (): Promise<readonly AudioDevice[]> => this.list;
  readonly ask = async (): Promise<Result<void, 'refused'>> => fail('refused');

  readonly choose = async (deviceId: string): Promise<Result<void, 'refused'>> => {
    const chosen = this.list.find(({ id }) => id === deviceId) ?? null;
    this.become({ chosen, device: chosen });
    return ok();
  };

  readonly setVolume = (volume: number): void => this.become({ volume });

  readonly playVoice = async (): Promise<boolean> => {
    this.voices += 1;
    return !this.isBlocked;
  };

  /** What was played and has not ended; a test ends it with `stop`. */
  playing: Uint8Array | null = null;
  #end = (): void => undefined;

  readonly play = (file: Uint8Array): Promise<boolean> => {
    this.stop();
    if (this.isBlocked) return Promise.resolve(false);
    this.playing = file;
    return new Promise((resolve) => {
      this.#end = () => resolve(true);
    });
  };

  readonly stop = (): void => {
    this.playing = null;
    this.#end();
  };

  readonly become = (change: Partial<SpeakerState>): void => {
    this.#state = { ...this.#state, ...change };
    this.happened.emit({ type: 'changed' });
  };
}
