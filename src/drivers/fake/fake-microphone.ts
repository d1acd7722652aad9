import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { AudioDevice, Microphone, MicrophoneFailure, MicrophoneState } from '../../ports/microphone.ts';

const headset: AudioDevice = { id: 'headset', label: 'Headset' };

/** A microphone that hears nothing. */
export class FakeMicrophone implements Microphone {
  /** What opening it comes to. */
  outcome: MicrophoneFailure | 'ready' = 'ready';
  level = (): number => 0;
  readonly #changed = createEmitter<MicrophoneState>();
  #state: MicrophoneState = { state: 'closed' };

  readonly subscribe = this.#changed.subscribe;
  readonly state = (): MicrophoneState => this.#state;
  readonly stream = (): null => null;
  readonly devices = async (): Promise<readonly AudioDevice[]> => [headset];
  readonly choose = (): Promise<Result<void, MicrophoneFailure>> => this.open();

  readonly open = async (): Promise<Result<void, MicrophoneFailure>> => {
    const { outcome } = this;
    this.become(outcome === 'ready' ? { state: 'ready', device: headset } : { state: outcome });
    return outcome === 'ready' ? ok() : fail(outcome);
  };

  readonly close = (): void => this.become({ state: 'closed' });

  readonly become = (state: MicrophoneState): void => {
    this.#state = state;
    this.#changed.emit(state);
  };
}
