import { createEmitter } from '../../lib/emitter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ringer, RingerState, RingTone } from '../../ports/ringer.ts';
import type { Speaker } from '../../ports/speaker.ts';
import { playSound, ringSounds, type RingSound } from './ring-sounds.ts';
import type { RingerOutput } from './ringer-output.ts';

export type AudioRingerParts = {
  /** The page's one audio context, made when it is first wanted. */
  readonly context: () => AudioContext;
  readonly output: Pick<RingerOutput, 'node'>;
  readonly speaker: Speaker;
  /** Where a press is a permission. */
  readonly page: EventTarget;
  readonly clock: Clock;
  /** Plays one period; answers the way to cut it off. */
  readonly play?: typeof playSound;
};

const silent = (): void => undefined;

/** Rings with tones made on the spot (Web Audio): nothing to load, and silent in the instant it is stopped. */
export class AudioRinger implements Ringer {
  readonly speaker: Speaker;
  readonly #parts: AudioRingerParts;
  readonly #changed = createEmitter<RingerState>();
  #isOpen = false;
  #listening = new AbortController();
  #silence = silent;
  #silenceOnce = silent;

  constructor(parts: AudioRingerParts) {
    this.#parts = parts;
    this.speaker = parts.speaker;
  }

  readonly state = (): RingerState => (this.#parts.context().state === 'running' ? 'ready' : 'blocked');
  readonly subscribe = this.#changed.subscribe;

  /** Any press on the page is the permission the browser waits for; nobody should have to look for the right button. */
  readonly open = (): void => {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#listening = new AbortController();
    const on = { signal: this.#listening.signal };
    const { context, page } = this.#parts;
    const pressed = (): void => void (this.state() === 'blocked' && this.unblock());
    context().addEventListener('statechange', () => this.#changed.emit(this.state()), on);
    page.addEventListener('pointerdown', pressed, on);
    page.addEventListener('keydown', pressed, on);
    void this.unblock();
  };

  readonly start = (sound: RingTone | 'knock'): void => {
    this.stop();
    this.#silence = this.#repeat(ringSounds[sound]);
  };

  readonly stop = (): void => {
    this.#silence();
    this.#silence = silent;
    this.#silenceOnce();
    this.#silenceOnce = silent;
  };

  readonly ringOnce = (tone: RingTone = 'bell'): void => {
    this.#silenceOnce();
    this.#silenceOnce = this.#play(ringSounds[tone]);
  };

  readonly unblock = async (): Promise<boolean> => {
    await this.#parts.context().resume();
    return this.state() === 'ready';
  };

  readonly close = (): void => {
    this.stop();
    this.#listening.abort();
    this.#isOpen = false;
  };

  #play(sound: RingSound): () => void {
    const { context, output, play = playSound } = this.#parts;
    return play(context(), output.node(), sound);
  }

  /** Plays nothing while blocked: the time of the context stands still then, and all of it would be heard at once later. */
  #repeat(sound: RingSound): () => void {
    let silence = silent;
    let cancel = silent;
    const stop = (): void => {
      cancel();
      silence();
      silence = silent;
    };
    const ring = (): void => {
      stop();
      if (this.state() === 'blocked') return;
      silence = this.#play(sound);
      cancel = this.#parts.clock.after(sound.period * 1000, ring);
    };
    ring();
    const unfollow = this.#changed.subscribe(ring);
    return () => {
      unfollow();
      stop();
    };
  }
}
