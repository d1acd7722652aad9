import { AudioRing } from './audio-ring.ts';
import { decodeG711, sampleRate, type Codec } from './g711.ts';
import { toneStrength } from './goertzel.ts';

export type Window = { readonly windowMs?: number };
export type ToneWindow = Window & {
  /** Share of the energy that must be the tone, 0–1. */
  readonly threshold?: number;
};

/** Loudness (RMS, 0–1) from which a frame counts as sound: −46 dBFS, above comfort noise and below any voice. */
const soundLevel = 0.005;

/** Measures what arrives. Windows reach back from now; what did not arrive in them counts as silence. */
export class AudioMeter {
  readonly #ring: AudioRing;
  readonly #now: () => number;
  #firstPacketAt: number | undefined;
  #firstSoundAt: number | undefined;

  /** `keepSeconds`: how much of the past stays measurable. `now` in milliseconds. */
  constructor(keepSeconds: number, now: () => number) {
    this.#ring = new AudioRing(keepSeconds);
    this.#now = now;
  }

  hear(codec: Codec, payload: Uint8Array, at: number): void {
    this.#firstPacketAt ??= at;
    if (this.#firstSoundAt === undefined && rms(decodeG711(codec, payload)) >= soundLevel) this.#firstSoundAt = at;
    this.#ring.append(codec, payload, at);
  }

  /** Arrival of the first packet, and of the first frame that was not silent, in milliseconds of the meter's clock. */
  get firstAudioAt(): { readonly packet: number | undefined; readonly sound: number | undefined } {
    return { packet: this.#firstPacketAt, sound: this.#firstSoundAt };
  }

  /** Arrival of the first frame after `since` that was not silent (as far back as is kept). */
  firstSoundAfter(since: number): number | undefined {
    return this.#ring.frames(since).find((frame) => rms(frame.samples) >= soundLevel)?.at;
  }

  /** Loudness as RMS, 0–1; a full-scale sine is 0.707. */
  level({ windowMs = 200 }: Window = {}): number {
    const samples = this.#ring.after(this.#now() - windowMs);
    const expected = Math.max(samples.length, Math.round((windowMs * sampleRate) / 1000));
    return rms(samples) * Math.sqrt(samples.length / expected);
  }

  /** Share of the window's energy that is the tone, 0–1; 0 when there was less than half a window of sound, or only silence. */
  toneStrength(hz: number, { windowMs = 200 }: Window = {}): number {
    const samples = this.#ring.after(this.#now() - windowMs);
    const enough = samples.length >= (windowMs * sampleRate) / 2000;
    return enough && rms(samples) >= soundLevel ? toneStrength(samples, hz, sampleRate) : 0;
  }

  hears(hz: number, { windowMs = 200, threshold = 0.3 }: ToneWindow = {}): boolean {
    return this.toneStrength(hz, { windowMs }) >= threshold;
  }

  /** All samples kept that arrived after `since`. Frames that never came leave no gap. */
  heard(since = -Infinity): Int16Array {
    return this.#ring.after(since);
  }
}

function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length) / 32_768;
}
