import { sampleRate } from './wav-file.ts';

/** As loud as what is spoken by us: -20 dBFS while somebody speaks. */
const wantedLoudness = 0.1;
/** No sample comes nearer to the end of the scale than 1 dB. */
const highestPeak = 0.89;
/** A noise is not made a voice. */
const mostGain = 10;
const windowSamples = sampleRate / 50;
/** Windows that are so much quieter (20 dB) than the loudest are pauses. */
const pauseShare = 0.1;

/** Sound at 8 kHz as loud as everything else a caller hears, centred, and not clipped. */
export function levelSound(samples: Float32Array): Int16Array {
  const middle = samples.length === 0 ? 0 : samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample - middle)), 0);
  const gain = peak === 0 ? 1 : Math.min(wantedLoudness / loudnessOf(samples, middle), highestPeak / peak, mostGain);
  return Int16Array.from(samples, (sample) => Math.round((sample - middle) * gain * 32_767));
}

/** The RMS of what is no pause. */
function loudnessOf(samples: Float32Array, middle: number): number {
  const powers: number[] = [];
  for (let at = 0; at < samples.length; at += windowSamples) {
    const window = samples.subarray(at, at + windowSamples);
    powers.push(window.reduce((sum, sample) => sum + (sample - middle) ** 2, 0) / window.length);
  }
  const loudest = powers.reduce((highest, power) => Math.max(highest, power), 0);
  const spoken = powers.filter((power) => power >= loudest * pauseShare ** 2);
  return Math.sqrt(spoken.reduce((sum, power) => sum + power, 0) / spoken.length);
}
