import type { Peaks } from '../../shared/recording/recording.ts';
import { sampleRate } from './wav-file.ts';

const shortestTickMs = 20;
const mostTicks = 4000;
const loudest = 32_768;

/** 20 ms, doubled until no more than 4,000 make up the whole: between 2,000 and 4,000 of them from 80 s on. */
export function tickFor(frames: number): number {
  let tickMs = shortestTickMs;
  while (frames > tickMs * (sampleRate / 1000) * mostTicks) tickMs *= 2;
  return tickMs;
}

/** The loudest sample of each tick of one channel, as it comes. */
export class PeakMeter {
  readonly #framesATick: number;
  readonly #values: number[] = [];
  #highest = 0;
  #seen = 0;

  constructor(tickMs: number) {
    this.#framesATick = tickMs * (sampleRate / 1000);
  }

  add(sample: number): void {
    const height = Math.abs(sample);
    if (height > this.#highest) this.#highest = height;
    this.#seen += 1;
    if (this.#seen === this.#framesATick) this.#endTick();
  }

  /** The last tick may be shorter. */
  values(): readonly number[] {
    if (this.#seen > 0) this.#endTick();
    return this.#values;
  }

  #endTick(): void {
    this.#values.push(heightOf(this.#highest));
    this.#highest = 0;
    this.#seen = 0;
  }
}

/**
 * 0 to 100 by the square root of the amplitude: somebody who speaks on the telephone (peaks of -20 to -10 dBFS) is 30 to 60 high,
 * the hiss of a line (-60 dBFS) 3; linear, the first would be a thin line.
 */
const heightOf = (amplitude: number): number => Math.min(100, Math.round(100 * Math.sqrt(amplitude / loudest)));

export const peaksOf = (tickMs: number, meters: readonly PeakMeter[]): Peaks => ({
  tickMs,
  channels: meters.map((meter) => meter.values()),
});
