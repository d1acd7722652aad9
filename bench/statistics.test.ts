import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, single, summarise } from './statistics.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('a quantile', () => {
  it('is the nearest rank', () => {
    expect(quantile(upTo(30), 0.95)).toBe(29);
    expect(quantile(upTo(100), 0.95)).toBe(95);
    expect(quantile(upTo(5), 0.5)).toBe(3);
    expect(quantile(upTo(4), 0.5)).toBe(2);
  });

  it('is always one of the samples, in whatever order they came', () => {
    const samples = array(double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    assert(
      property(samples, double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        expect(values).toContain(quantile(values, share));
        expect(quantile(values.toReversed(), share)).toBe(quantile(values, share));
      }),
    );
  });

  it('is refused of nothing, and of what is no number', () => {
    expect(() => quantile([], 0.5)).toThrow('no quantile of 0 samples');
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow('not a number');
  });
});

describe('a summary', () => {
  it('has the median and the 95th percentile', () => {
    expect(summarise(upTo(30))).toEqual({ n: 30, median: 15, p95: 29 });
  });

  it('of one figure has no spread', () => {
    expect(single(7, 50)).toEqual({ n: 50, median: 7, p95: null });
  });
});
