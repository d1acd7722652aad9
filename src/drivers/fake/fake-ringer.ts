import { createEmitter } from '../../lib/emitter.ts';
import type { Ringer, RingerState, RingTone } from '../../ports/ringer.ts';
import { FakeSpeaker } from './fake-speaker.ts';

/** A bell that makes no noise. */
export class FakeRinger implements Ringer {
  readonly speaker: FakeSpeaker = new FakeSpeaker();
  ringing: 'ring' | 'knock' | null = null;
  /** The tone it rings with, if it rings. */
  tone: RingTone | null = null;
  /** What was rung once, in order; null: without saying which tone. */
  readonly once: (RingTone | null)[] = [];
  isBlocked = false;
  /** How often unblocking does not help, as when it does not come from a press. */
  refusals = 0;
  readonly #changed = createEmitter<RingerState>();

  readonly subscribe = this.#changed.subscribe;
  readonly state = (): RingerState => (this.isBlocked ? 'blocked' : 'ready');
  readonly open = (): void => undefined;
  readonly ringOnce = (tone?: RingTone): void => void this.once.push(tone ?? null);
  readonly close = (): void => this.stop();

  readonly start = (sound: RingTone | 'knock'): void => {
    this.ringing = sound === 'knock' ? 'knock' : 'ring';
    this.tone = sound === 'knock' ? null : sound;
  };

  readonly stop = (): void => {
    this.ringing = null;
    this.tone = null;
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
