/**
 * How much of the samples' energy is the one frequency: 1 for that pure tone, about 0.5 for it and another as loud, 0 for silence.
 * (Goertzel's algorithm, at the exact frequency and not at the nearest bin.)
 */
export function toneStrength(samples: Int16Array, hz: number, sampleRate: number): number {
  const omega = (2 * Math.PI * hz) / sampleRate;
  const factor = 2 * Math.cos(omega);
  let [last, beforeLast, energy] = [0, 0, 0];
  for (const sample of samples) {
    [last, beforeLast] = [sample + factor * last - beforeLast, last];
    energy += sample * sample;
  }
  if (energy === 0) return 0;
  const power = last * last + beforeLast * beforeLast - factor * last * beforeLast;
  return Math.min(1, (2 * power) / (samples.length * energy));
}
