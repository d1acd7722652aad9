import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pcmBytes, pcmSamples } from './pcm-bytes.ts';

it('samples are little-endian, wherever the bytes lie', () => {
  const bytes = Uint8Array.of(9, 0x01, 0x00, 0xff, 0xff, 0x00, 0x80, 7);
  expect(pcmSamples(bytes.subarray(1))).toEqual(Int16Array.of(1, -1, -32_768));
  expect([...pcmBytes(Int16Array.of(0, 1, -1, -32_768).subarray(1))]).toEqual([...bytes.subarray(1, 7)]);
  expect(pcmSamples(new Uint8Array())).toHaveLength(0);
});

it('samples come back as they went', () => {
  fc.assert(
    fc.property(fc.int16Array(), (samples) => {
      expect(pcmSamples(pcmBytes(samples))).toEqual(samples);
    }),
  );
});
