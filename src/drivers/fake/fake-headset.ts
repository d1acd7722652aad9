import { fail, ok, type Result } from '../../../shared/result.ts';
import { createEmitter } from '../../lib/emitter.ts';
import type { AudioDevice } from '../../ports/audio-device.ts';
import type { Headset, HeadsetButton, HeadsetCall, HeadsetEvent } from '../../ports/headset.ts';

/** A headset whose buttons are pressed by whoever holds it. */
export class FakeHeadset implements Headset {
  canConnect = true;
  /** What its lamps show. */
  shown: HeadsetCall | null = null;
  /** What the person chooses when asked; null closes the list. */
  choice: AudioDevice | null = { id: 'headset-1', label: 'Headset' };
  isOpen = false;
  /** Whether another program has what the person chooses. */
  isTaken = false;
  readonly #events = createEmitter<HeadsetEvent>();
  #connected: readonly AudioDevice[] = [];

  readonly subscribe = this.#events.subscribe;
  readonly connected = (): readonly AudioDevice[] => this.#connected;

  readonly open = async (): Promise<void> => {
    this.isOpen = true;
  };

  readonly connect = async (): Promise<Result<void, 'noneChosen' | 'notOpened'>> => {
    if (this.choice === null) return fail('noneChosen');
    if (this.isTaken) return fail('notOpened');
    this.become([...this.#connected, this.choice]);
    return ok();
  };

  readonly show = (call: HeadsetCall): void => {
    this.shown = call;
  };

  readonly close = async (): Promise<void> => {
    this.isOpen = false;
  };

  readonly press = (button: HeadsetButton): void => this.#events.emit({ type: 'pressed', button });

  readonly become = (connected: readonly AudioDevice[]): void => {
    this.#connected = connected;
    this.#events.emit({ type: 'changed' });
  };
}
