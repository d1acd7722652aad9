import { createEmitter } from '../../lib/emitter.ts';
import type { Ringer, RingerState } from '../../ports/ringer.ts';

/** A bell that makes no noise. */
export class FakeRinger implements Ringer {
  ringing: 'ring' | 'knock' | null = null;
  isBlocked = false;
  /** How often unblocking does not help, as when it does not come from a press. */
  refusals = 0;
  readonly #changed = createEmitter<RingerState>();

  readonly subscribe = this.#changed.subscribe;
  readonly state = (): RingerState => (this.isBlocked ? 'blocked' : 'ready');
  readonly open = (): void => undefined;
  readonly ringOnce = (): void => undefined;
  readonly close = (): void => this.stop();

  readonly start = (how: 'ring' | 'knock'): void => {
    this.ringing = how;
  };

  readonly stop = (): void => {
    this.ringing = null;
  };

  readonly unblock = async (): Promise<boolean> => {
    if (this.refusals > 0) {
      this.refusals -= 1;
      return !this.isBlocked;
    }
    this.isBlocked = false;
    this.#changed.emit('ready');
    return true;
  };
}
