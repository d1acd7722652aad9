import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { AudioDevice, DeviceEvent } from '../../ports/audio-device.ts';
import type { Microphone, MicrophoneFailure, MicrophoneState, VoiceCleaning } from '../../ports/microphone.ts';

const headset: AudioDevice = { id: 'headset', label: 'Headset' };

/** A microphone that hears nothing. */
export class FakeMicrophone implements Microphone {
  /** What opening it comes to. */
  outcome: MicrophoneFailure | 'ready' = 'ready';
  level = (): number => 0;
  askable = false;
  /** What is plugged in. */
  list: readonly AudioDevice[] = [headset];
  readonly happened = createEmitter<DeviceEvent>();
  readonly #changed = createEmitter<MicrophoneState>();
  #state: MicrophoneState = { state: 'closed' };
  #chosen: AudioDevice | null = null;
  #cleaning: VoiceCleaning = { echo: true, noise: true, level: true };

  readonly subscribe = this.#changed.subscribe;
  readonly subscribeDevices = this.happened.subscribe;
  readonly state = (): MicrophoneState => this.#state;
  readonly stream = (): null => null;
  readonly devices = async (): Promise<readonly AudioDevice[]> => this.list;
  readonly chosen = (): AudioDevice | null => this.#chosen;
  readonly cleaning = (): VoiceCleaning => this.#cleaning;

  readonly isAskable = async (): Promise<boolean> => this.askable;

  readonly secondChoice = async (): Promise<AudioDevice | null> => {
    const used = this.#state.state === 'ready' ? this.#state.device.id : null;
    return this.list.find(({ id }) => id !== used) ?? null;
  };

  readonly clean = async (cleaning: VoiceCleaning): Promise<void> => {
    this.#cleaning = cleaning;
  };

  readonly choose = async (deviceId: string): Promise<Result<void, MicrophoneFailure>> => {
    // As with the real one, what does not start leaves the one before in use.
    if (this.#state.state === 'ready' && this.outcome !== 'ready') return fail(this.outcome);
    this.#chosen = this.list.find(({ id }) => id === deviceId) ?? null;
    const opened = this.#state.state === 'closed' ? ok() : await this.open();
    this.happened.emit({ type: 'changed' });
    return opened;
  };

  readonly open = async (): Promise<Result<void, MicrophoneFailure>> => {
    const { outcome } = this;
    const device = this.#chosen ?? this.list[0] ?? headset;
    this.become(outcome === 'ready' ? { state: 'ready', device } : { state: outcome });
    return outcome === 'ready' ? ok() : fail(outcome);
  };

  readonly close = (): void => this.become({ state: 'closed' });

  readonly become = (state: MicrophoneState): void => {
    this.#state = state;
    this.#changed.emit(state);
  };
}
