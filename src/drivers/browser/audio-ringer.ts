import { createEmitter } from '../../lib/emitter.ts';
import type { Ringer, RingerState } from '../../ports/ringer.ts';

/** Two tones as a European exchange rings, in seconds from the start of a period, and how loud (0 to 1). */
type Cadence = {
  readonly bursts: readonly (readonly [at: number, lasting: number])[];
  readonly period: number;
  readonly gain: number;
};
const cadences = {
  ring: {
    bursts: [
      [0, 0.4],
      [0.6, 0.4],
    ],
    period: 3,
    gain: 0.25,
  },
  knock: { bursts: [[0, 0.15]], period: 4, gain: 0.06 },
} as const satisfies Record<string, Cadence>;
const tones = [440, 494];

/** Rings with tones made on the spot (Web Audio): nothing to load, and silent in the instant it is stopped. */
export class AudioRinger implements Ringer {
  readonly #context: () => AudioContext;
  readonly #page: EventTarget;
  readonly #changed = createEmitter<RingerState>();
  #isOpen = false;
  #listening = new AbortController();
  #silence = (): void => undefined;

  /** `context`: the page's one audio context, made when it is first wanted. */
  constructor(context: () => AudioContext, page: EventTarget) {
    this.#context = context;
    this.#page = page;
  }

  readonly state = (): RingerState => (this.#context().state === 'running' ? 'ready' : 'blocked');
  readonly subscribe = this.#changed.subscribe;

  /** Any press on the page is the permission the browser waits for; nobody should have to look for the right button. */
  readonly open = (): void => {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#listening = new AbortController();
    const on = { signal: this.#listening.signal };
    const pressed = (): void => void (this.state() === 'blocked' && this.unblock());
    this.#context().addEventListener('statechange', () => this.#changed.emit(this.state()), on);
    this.#page.addEventListener('pointerdown', pressed, on);
    this.#page.addEventListener('keydown', pressed, on);
    void this.unblock();
  };

  readonly start = (how: keyof typeof cadences): void => {
    this.#silence();
    this.#silence = repeat(this.#context(), cadences[how]);
  };

  readonly stop = (): void => {
    this.#silence();
    this.#silence = () => undefined;
  };

  readonly ringOnce = (): void => void play(this.#context(), cadences.ring);

  readonly unblock = async (): Promise<boolean> => {
    await this.#context().resume();
    return this.state() === 'ready';
  };

  readonly close = (): void => {
    this.stop();
    this.#listening.abort();
    this.#isOpen = false;
  };
}

function repeat(context: AudioContext, cadence: Cadence): () => void {
  let silence = play(context, cadence);
  const timer = setInterval(() => {
    silence = play(context, cadence);
  }, cadence.period * 1000);
  return () => {
    clearInterval(timer);
    silence();
  };
}

/** Plays one period; answers the way to cut it off. */
function play(context: AudioContext, { bursts, gain }: Cadence): () => void {
  const volume = new GainNode(context, { gain: 0 });
  volume.connect(context.destination);
  const start = context.currentTime;
  for (const [at, lasting] of bursts) {
    volume.gain.setTargetAtTime(gain, start + at, 0.01);
    volume.gain.setTargetAtTime(0, start + at + lasting, 0.01);
  }
  const end = start + Math.max(...bursts.map(([at, lasting]) => at + lasting)) + 0.1;
  const sources = tones.map((frequency) => new OscillatorNode(context, { frequency }));
  for (const source of sources) {
    source.connect(volume);
    source.start();
    source.stop(end);
  }
  return () => volume.disconnect();
}
