import { endianness } from 'node:os';

const swapped = endianness() === 'BE';

/** Samples out of 16-bit little-endian PCM without a header; half a sample at the end is left out. */
export function pcmSamples(bytes: Uint8Array): Int16Array {
  const copy = Buffer.alloc(bytes.length - (bytes.length % 2));
  copy.set(bytes.subarray(0, copy.length));
  if (swapped) copy.swap16();
  return new Int16Array(copy.buffer, copy.byteOffset, copy.length / 2);
}

/** Samples as 16-bit little-endian PCM without a header. */
export function pcmBytes(samples: Int16Array): Buffer {
  const copy = Buffer.from(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  return swapped ? copy.swap16() : copy;
}
