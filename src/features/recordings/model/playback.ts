import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SoundPlayer, SoundState } from '../../../ports/sound-player.ts';
import { createKeptListening, rates, type KeptListening, type Rate } from './kept-listening.ts';
import { endOfSilence, type Span } from './silences.ts';

export type Playing = {
  readonly state: SoundState;
  /** Milliseconds from the beginning. */
  readonly atMs: number;
  readonly rate: Rate;
  readonly skipsSilence: boolean;
  /** The caller's channel, and ours. */
  readonly muted: readonly [boolean, boolean];
};

export type PlaybackParts = {
  readonly player: SoundPlayer;
  readonly addresses: readonly string[];
  readonly lengthMs: number;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
};

/** One recording being played. What somebody does is in the store at once; what is heard comes from the player. */
export class Playback {
  readonly store: StoreApi<Playing>;
  readonly lengthMs: number;
  readonly #player: SoundPlayer;
  readonly #addresses: readonly string[];
  readonly #kept: KeptListening;
  #silences: readonly Span[] = [];

  constructor({ player, addresses, lengthMs, storage }: PlaybackParts) {
    this.lengthMs = lengthMs;
    this.#player = player;
    this.#addresses = addresses;
    this.#kept = createKeptListening(storage);
    this.store = createStore<Playing>(() => ({
      state: 'silent',
      atMs: 0,
      ...this.#kept.read(),
      muted: [false, false],
    }));
  }

  /** Loads the sound. Answers the way to let it go. */
  readonly follow = (): (() => void) => {
    const { rate, muted } = this.store.getState();
    this.#player.load(this.#addresses);
    this.#player.setRate(Number(rate));
    for (const channel of [0, 1] as const) this.#player.muteChannel(channel, muted[channel]);
    const stop = this.#player.subscribe(this.#look);
    return () => {
      stop();
      this.#player.close();
    };
  };

  readonly toggle = (): void => (this.#isOn() ? this.#player.pause() : this.#player.play());

  readonly pause = (): void => {
    if (this.#isOn()) this.#player.pause();
  };

  readonly seek = (ms: number): void => {
    const atMs = Math.min(Math.max(0, ms), this.lengthMs);
    this.#player.seek(atMs);
    this.store.setState({ atMs });
  };

  readonly by = (ms: number): void => this.seek(this.store.getState().atMs + ms);

  /** To that place, and plays from there. */
  readonly playFrom = (ms: number): void => {
    this.seek(ms);
    if (!this.#isOn()) this.#player.play();
  };

  readonly setRate = (rate: Rate): void => {
    this.#player.setRate(Number(rate));
    this.#kept.keep({ rate });
    this.store.setState({ rate });
  };

  readonly faster = (by: 1 | -1): void => {
    const next = rates[rates.indexOf(this.store.getState().rate) + by];
    if (next !== undefined) this.setRate(next);
  };

  readonly toggleSilence = (): void => {
    const skipsSilence = !this.store.getState().skipsSilence;
    this.#kept.keep({ skipsSilence });
    this.store.setState({ skipsSilence });
  };

  readonly toggleChannel = (channel: 0 | 1): void => {
    const [caller, ours] = this.store.getState().muted;
    const muted = channel === 0 ? ([!caller, ours] as const) : ([caller, !ours] as const);
    this.#player.muteChannel(channel, muted[channel]);
    this.store.setState({ muted });
  };

  /** Where nobody speaks, once that is known. */
  readonly knowSilences = (spans: readonly Span[]): void => {
    this.#silences = spans;
  };

  readonly #look = (): void => {
    const [state, atMs] = [this.#player.state(), Math.min(this.#player.position(), this.lengthMs)];
    const isSkipping = state === 'playing' && this.store.getState().skipsSilence;
    const end = isSkipping ? endOfSilence(this.#silences, atMs) : null;
    this.store.setState({ state, atMs: state === 'ended' ? this.lengthMs : atMs });
    if (end !== null) this.seek(end);
  };

  #isOn(): boolean {
    const state = this.#player.state();
    return state === 'playing' || state === 'waiting';
  }
}
