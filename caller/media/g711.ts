/** The telephone's two codecs (ITU-T G.711): one byte a sample, 8,000 samples a second. */
export type Codec = 'pcmu' | 'pcma';

/** Samples a second of everything in this folder. */
export const sampleRate = 8000;

const codeTables = { pcmu: tableOf(encodeMuLawSample), pcma: tableOf(encodeALawSample) };
const sampleTables = {
  pcmu: Int16Array.from({ length: 256 }, (_, code) => decodeMuLawByte(code)),
  pcma: Int16Array.from({ length: 256 }, (_, code) => decodeALawByte(code)),
};

/** 16-bit linear samples → one byte each, into `target` from `offset`. */
export function encodeG711(codec: Codec, samples: Int16Array, target: Uint8Array, offset = 0): void {
  const codes = codeTables[codec];
  for (let i = 0; i < samples.length; i += 1) target[offset + i] = codes[(samples[i] ?? 0) & 0xffff] ?? 0;
}

/** Bytes → 16-bit linear samples. */
export function decodeG711(codec: Codec, codes: Uint8Array): Int16Array {
  const samples = new Int16Array(codes.length);
  const values = sampleTables[codec];
  for (let i = 0; i < codes.length; i += 1) samples[i] = values[codes[i] ?? 0] ?? 0;
  return samples;
}

function tableOf(encode: (sample: number) => number): Uint8Array {
  return Uint8Array.from({ length: 65_536 }, (_, bits) => encode(bits < 32_768 ? bits : bits - 65_536));
}

/** Bits above the lowest segment: which of the eight segments a magnitude falls into. */
function segmentOf(magnitude: number): number {
  return Math.max(0, 24 - Math.clz32(magnitude));
}

function encodeMuLawSample(sample: number): number {
  const magnitude = Math.min(Math.abs(sample), 32_635) + 132;
  const segment = segmentOf(magnitude);
  const code = (segment << 4) | ((magnitude >> (segment + 3)) & 15);
  return ~(code | (sample < 0 ? 128 : 0)) & 255;
}

function decodeMuLawByte(byte: number): number {
  const code = ~byte & 255;
  const magnitude = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132;
  return code & 128 ? -magnitude : magnitude;
}

/** A-law sets its sign bit for positive values and inverts every other bit. */
function encodeALawSample(sample: number): number {
  const magnitude = Math.min(sample < 0 ? ~sample : sample, 32_767);
  const segment = segmentOf(magnitude);
  const code = (segment << 4) | ((magnitude >> (segment === 0 ? 4 : segment + 3)) & 15);
  return (code | (sample < 0 ? 0 : 128)) ^ 0x55;
}

function decodeALawByte(byte: number): number {
  const code = byte ^ 0x55;
  const segment = (code >> 4) & 7;
  const step = ((code & 15) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 256) << (segment - 1);
  return code & 128 ? magnitude : -magnitude;
}
