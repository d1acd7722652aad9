import { toneStrength } from '../../caller/media/goertzel.ts';
import { loudestHz } from './loudest-hz.testing.ts';

const headerBytes = 44;
const samplesAMs = 8;
/** Below this, of 32,767, it is silence. */
const silent = 300;

/** The two channels of a WAV file, 8 kHz, 16 bit. */
export function channelsOf(wav: Uint8Array): { readonly left: Int16Array; readonly right: Int16Array } {
  const frames = Math.floor((wav.length - headerBytes) / 4);
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  const channel = (offset: number): Int16Array =>
    Int16Array.from({ length: frames }, (_, frame) => view.getInt16(headerBytes + frame * 4 + offset, true));
  return { left: channel(0), right: channel(2) };
}

/** The pitch between two places, in ms; null where it is silent. */
export function pitchOf(samples: Int16Array, fromMs: number, toMs: number): number | null {
  const part = samples.subarray(fromMs * samplesAMs, toMs * samplesAMs);
  const loudest = part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return loudest < silent ? null : loudestHz(part);
}

export const toneSamples = (hz: number, ms: number): Int16Array =>
  Int16Array.from({ length: ms * samplesAMs }, (_, at) =>
    Math.round(9000 * Math.sin((2 * Math.PI * hz * at) / (samplesAMs * 1000))),
  );

/** Whether any 200 ms of what they heard were that tone, whenever they came. */
export function hasHeard(listener: { readonly heard: () => Int16Array }, hz: number): boolean {
  const samples = listener.heard();
  const part = 200 * samplesAMs;
  for (let at = 0; at + part <= samples.length; at += part / 4)
    if (toneStrength(samples.subarray(at, at + part), hz, 1000 * samplesAMs) > 0.2) return true;
  return false;
}
