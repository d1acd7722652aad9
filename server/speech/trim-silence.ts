import type { Pcm } from '../ports/speech.ts';

/** Below this a sample is silence: 1 in 160 of the loudest. */
const silence = 200;
const keptBeforeMs = 20;
const keptAfterMs = 120;

/** Without the pause that voices make before they begin, a sixth of a second for a caller to wait, and with less of that behind. */
export function trimSilence({ sampleRate, samples }: Pcm): Pcm {
  const first = samples.findIndex((sample) => Math.abs(sample) > silence);
  if (first < 0) return { sampleRate, samples };
  const last = samples.findLastIndex((sample) => Math.abs(sample) > silence);
  const from = Math.max(0, first - (sampleRate * keptBeforeMs) / 1000);
  return { sampleRate, samples: samples.slice(from, last + 1 + (sampleRate * keptAfterMs) / 1000) };
}
