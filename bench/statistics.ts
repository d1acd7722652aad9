/** `p95` is null where there is one figure and nothing is spread. */
export type Summary = { readonly n: number; readonly median: number; readonly p95: number | null };

/**
 * The smallest sample that at least that share (0 < share ≤ 1) of all samples does not exceed: the nearest rank, so
 * that it is always a value that was measured. Throws where there is no sample.
 */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined || sorted.some((sample) => !Number.isFinite(sample))) {
    throw new Error(`no quantile of ${samples.length} samples: there is none, or one is not a number`);
  }
  return found;
}

/** Median and 95th percentile. */
export const summarise = (samples: readonly number[]): Summary => ({
  n: samples.length,
  median: quantile(samples, 0.5),
  p95: quantile(samples, 0.95),
});

/** One figure, which stands for `n` things together. */
export const single = (value: number, n: number): Summary => ({ n, median: value, p95: null });
