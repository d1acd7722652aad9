import { createEmitter } from '../../lib/emitter.ts';
import type { SoundPlayer, SoundState } from '../../ports/sound-player.ts';
import { ChannelMutes } from './channel-mutes.ts';

export type WebSoundPlayerParts = {
  /** What plays it, sent to the speaker of the calls by whoever has that. */
  readonly audio: HTMLAudioElement;
  readonly makeContext: () => AudioContext;
};

const tickMs = 100;

/** By an element of the browser, which asks for the parts of a file it needs (RFC 9110 §14). */
export class WebSoundPlayer implements SoundPlayer {
  readonly #audio: HTMLAudioElement;
  readonly #changed = createEmitter<void>();
  readonly #mutes: ChannelMutes;
  #addresses: readonly string[] = [];
  #state: SoundState = 'silent';
  #rate = 1;
  #ticking: ReturnType<typeof setInterval> | undefined;
  /** Where to be as soon as the element knows the sound. */
  #wantedMs = 0;

  constructor({ audio, makeContext }: WebSoundPlayerParts) {
    this.#audio = audio;
    this.#mutes = new ChannelMutes(audio, makeContext);
    // Nothing is fetched before somebody plays it: whoever is sent sound of a recording is in the audit log as a listener.
    audio.preload = 'none';
    audio.addEventListener('playing', () => this.#become('playing'));
    audio.addEventListener('waiting', () => this.#state === 'playing' && this.#become('waiting'));
    audio.addEventListener('pause', () => this.#become(audio.ended ? 'ended' : 'silent'));
    audio.addEventListener('ended', () => this.#become('ended'));
    audio.addEventListener('seeked', () => this.#changed.emit());
    audio.addEventListener('loadedmetadata', () => this.#found());
    audio.addEventListener('error', () => this.#next());
  }

  readonly state = (): SoundState => this.#state;
  readonly subscribe = this.#changed.subscribe;

  readonly position = (): number =>
    this.#audio.readyState < this.#audio.HAVE_METADATA ? this.#wantedMs : this.#audio.currentTime * 1000;

  readonly load = (addresses: readonly string[]): void => {
    this.#wantedMs = 0;
    this.#begin(addresses);
    this.#become('silent');
  };

  readonly play = (): void => {
    if (this.#state === 'ended') this.seek(0);
    if (this.#state === 'failed') this.#begin(this.#addresses);
    this.#mutes.wake();
    this.#become('waiting');
    void this.#start();
  };

  readonly pause = (): void => {
    this.#audio.pause();
    this.#become('silent');
  };

  readonly seek = (ms: number): void => {
    this.#wantedMs = ms;
    if (this.#audio.readyState >= this.#audio.HAVE_METADATA) this.#audio.currentTime = ms / 1000;
    if (this.#state === 'ended') this.#become('silent');
  };

  readonly setRate = (rate: number): void => {
    this.#rate = rate;
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  };

  readonly muteChannel = (channel: 0 | 1, isMuted: boolean): void => this.#mutes.set(channel, isMuted);

  readonly close = (): void => {
    this.#addresses = [];
    this.#audio.pause();
    this.#audio.removeAttribute('src');
    this.#audio.load();
    this.#become('silent');
  };

  #begin(addresses: readonly string[]): void {
    this.#addresses = addresses;
    this.#audio.src = addresses[0] ?? '';
    this.#audio.playbackRate = this.#rate;
  }

  /** The one before cannot be played: perhaps it is not made yet. */
  #next(): void {
    if (this.#addresses.length === 0) return;
    const [, ...others] = this.#addresses;
    if (others.length === 0) return this.#become('failed');
    const wasOn = this.#state === 'waiting' || this.#state === 'playing';
    this.#begin(others);
    if (wasOn) void this.#start();
  }

  #found(): void {
    if (this.#wantedMs > 0) this.#audio.currentTime = this.#wantedMs / 1000;
    this.#audio.playbackRate = this.#rate;
    this.#changed.emit();
  }

  async #start(): Promise<void> {
    try {
      await this.#audio.play();
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      // Paused, or another address took its place, before it began; what cannot be played has an event of its own.
      if (name === 'NotAllowedError') this.#become('blocked');
    }
  }

  #become(state: SoundState): void {
    this.#state = state;
    clearInterval(this.#ticking);
    if (state === 'playing') this.#ticking = setInterval(() => this.#changed.emit(), tickMs);
    this.#changed.emit();
  }
}
