import { resample } from '../../lib/resample.ts';
import { sampleRate } from '../sound-pieces.ts';

/** What its models are trained on. */
const modelRate = 16_000;
/** -55 dBFS. */
const noiseHeight = 100;

/**
 * Telephone sound as a model for wideband sound can hear it: at 16 kHz, with a soft hiss where the telephone has nothing. Without the
 * hiss the empty half of the spectrum drowns the other (measured: of a sentence of 13 words none was right; with it, half of them). The hiss is the same
 * every time, so that a sound is always heard the same.
 */
export function widened(samples: Int16Array): Uint8Array {
  const wide = resample(samples, sampleRate, modelRate);
  let state = 1;
  for (let i = 0; i < wide.length; i += 1) {
    // Numerical Recipes' quick generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = Math.round((state / 0x1_0000_0000 - 0.5) * 2 * noiseHeight);
    wide[i] = Math.max(-32_768, Math.min(32_767, (wide[i] ?? 0) + noise));
  }
  return new Uint8Array(wide.buffer, wide.byteOffset, wide.byteLength);
}
