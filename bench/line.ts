import { summarise, type Summary } from './statistics.ts';

/** One line of the table: what was measured, and what it may be. */
export type Line = Summary & {
  readonly what: string;
  /** `ms`, `kB`, `% of a core` … */
  readonly unit: string;
  /** The most it may be; null where nothing is asked of it. Held against the p95, or the median where there is no p95. */
  readonly budget: number | null;
  readonly note?: string;
  /** Other figures of the same measurement, by their units. */
  readonly more?: Readonly<Record<string, number>>;
  readonly samples?: readonly number[];
};

/** A part of the benchmark that can be run alone; throws when it could not be measured. */
export type Row = {
  readonly name: string;
  /** `n`: samples of each latency. */
  readonly measure: (options: { readonly n: number }) => Promise<readonly Line[]>;
};

/** Whether the budget is kept; null where there is none. */
export const keepsBudget = ({ budget, p95, median }: Line): boolean | null =>
  budget === null ? null : (p95 ?? median) <= budget;

/** A line of times in ms, each of which was measured by itself. */
export const latency = (what: string, samples: readonly number[], budget: number | null): Line => ({
  what,
  unit: 'ms',
  ...summarise(samples),
  budget,
  samples,
});
