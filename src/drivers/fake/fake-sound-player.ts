import { createEmitter } from '../../lib/emitter.ts';
import type { SoundPlayer, SoundState } from '../../ports/sound-player.ts';

/** A player that is silent; its time passes when a test says so. */
export class FakeSoundPlayer implements SoundPlayer {
  addresses: readonly string[] = [];
  rate = 1;
  readonly muted: [boolean, boolean] = [false, false];
  readonly #changed = createEmitter<void>();
  #state: SoundState = 'silent';
  #positionMs = 0;

  readonly state = (): SoundState => this.#state;
  readonly position = (): number => this.#positionMs;
  readonly subscribe = this.#changed.subscribe;

  readonly load = (addresses: readonly string[]): void => {
    this.addresses = addresses;
    this.#positionMs = 0;
    this.become('silent');
  };

  readonly play = (): void => this.become('playing');
  readonly pause = (): void => this.become('silent');

  readonly seek = (ms: number): void => {
    this.#positionMs = ms;
    this.#changed.emit();
  };

  readonly setRate = (rate: number): void => {
    this.rate = rate;
  };

  readonly muteChannel = (channel: 0 | 1, isMuted: boolean): void => {
    this.muted[channel] = isMuted;
  };

  readonly close = (): void => {
    this.addresses = [];
    this.become('silent');
  };

  readonly become = (state: SoundState): void => {
    this.#state = state;
    this.#changed.emit();
  };
}
