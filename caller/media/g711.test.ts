import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeG711, encodeG711, type Codec } from './g711.ts';

const encode = (codec: Codec, ...samples: number[]) => {
  const codes = new Uint8Array(samples.length);
  encodeG711(codec, Int16Array.from(samples), codes);
  return codes;
};

describe.each(['pcmu', 'pcma'] as const)('G.711 %s', (codec) => {
  it('gives every code back', () => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
    const again = encode(codec, ...decodeG711(codec, codes));
    // µ-law has two zeros; one of them is never sent.
    expect([...again].filter((code, i) => code !== i)).toEqual(codec === 'pcmu' ? [0xff] : []);
  });

  it('keeps a sample within its step: a sixteenth of it, or the smallest step', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_768, max: 32_767 }), (sample) => {
        const [decoded = 0] = decodeG711(codec, encode(codec, sample));
        expect(Math.abs(decoded - sample)).toBeLessThanOrEqual(
          Math.max(16, Math.abs(sample) / 32 + 8, Math.abs(sample) - 31_900),
        );
      }),
    );
  });
});

it('has the known bytes of silence and full scale', () => {
  expect([...encode('pcmu', 0, -1, 32_767, -32_768)]).toEqual([0xff, 0x7f, 0x80, 0x00]);
  expect([...encode('pcma', 0, -1, 32_767, -32_768)]).toEqual([0xd5, 0x55, 0xaa, 0x2a]);
  expect([...decodeG711('pcmu', Uint8Array.of(0x80, 0x00, 0xff))]).toEqual([32_124, -32_124, 0]);
  expect([...decodeG711('pcma', Uint8Array.of(0xaa, 0x2a, 0xd5))]).toEqual([32_256, -32_256, 8]);
});
