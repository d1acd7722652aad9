/** Seconds from one mark of a scale to the next. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600] as const;
const mostTicks = 5;
/** The end has a word of its own. */
const roomAtEnd = 0.9;

/** Where a scale under a recording says the time, milliseconds; its end not among them. */
export function ticksOf(lengthMs: number): readonly number[] {
  const step = 1000 * (steps.find((seconds) => lengthMs / (1000 * seconds) <= mostTicks) ?? 7200);
  const count = Math.ceil((lengthMs * roomAtEnd) / step);
  return Array.from({ length: Math.max(1, count) }, (_, tick) => tick * step);
}
