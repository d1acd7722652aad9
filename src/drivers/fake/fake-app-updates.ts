import { createEmitter } from '../../lib/emitter.ts';
import type { AppUpdates } from '../../ports/app-updates.ts';

/** A page whose next version comes when a test says so. */
export class FakeAppUpdates implements AppUpdates {
  readonly #changed = createEmitter<void>();
  #waiting: ReturnType<AppUpdates['waiting']> = null;
  looks = 0;
  taken = 0;

  readonly subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);
  readonly waiting = (): ReturnType<AppUpdates['waiting']> => this.#waiting;

  become(waiting: ReturnType<AppUpdates['waiting']>): void {
    this.#waiting = waiting;
    this.#changed.emit();
  }

  readonly look = (): void => {
    this.looks += 1;
  };

  readonly take = (): void => {
    this.taken += 1;
    if (this.#waiting === 'thisPage') this.become(null);
  };
}
