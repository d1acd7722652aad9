/**
 * How long to wait before the next try, in milliseconds: the first almost at once, because most cuts are over in a
 * moment; then twice as long each time up to the limit, with jitter so that all desks of a reception do not come back
 * in the same instant.
 */
export function backoff(attempt: number, random: () => number, limitMs = 5000): number {
  if (attempt === 0) return random() * 50;
  const ceiling = Math.min(limitMs, 200 * 2 ** (attempt - 1));
  return ceiling / 2 + random() * (ceiling / 2);
}
