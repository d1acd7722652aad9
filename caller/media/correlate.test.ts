import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate } from './correlate.ts';

function slowly(wanted: readonly number[], heard: readonly number[]): readonly number[] {
  return Array.from({ length: wanted.length + heard.length - 1 }, (_, n) =>
    wanted.reduce((sum, value, i) => sum + value * (heard[i + n - (wanted.length - 1)] ?? 0), 0),
  );
}

describe('a cross-correlation', () => {
  it('has a lag for each way in which the two meet', () => {
    const found = correlate(Float64Array.of(1, 2), Float64Array.of(3, 4, 5));
    expect([...found].map(Math.round)).toEqual([6, 11, 14, 5]);
  });

  it('is what it is when it is added up one by one', () => {
    const sequence = array(double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
    assert(
      property(sequence, sequence, (wanted, heard) => {
        const found = correlate(Float64Array.from(wanted), Float64Array.from(heard));
        const expected = slowly(wanted, heard);
        expect(found).toHaveLength(expected.length);
        for (const [n, sum] of expected.entries()) expect(found[n]).toBeCloseTo(sum, 3);
      }),
    );
  });

  it('is nothing where one of them is', () => {
    expect(correlate(new Float64Array(), Float64Array.of(1))).toHaveLength(0);
    expect(correlate(Float64Array.of(1), new Float64Array())).toHaveLength(0);
  });
});
