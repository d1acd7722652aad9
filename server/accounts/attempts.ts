import type { Clock } from '../ports/clock.ts';

const windowMs = 60_000;
const remembered = 10_000;

/** Counts failures by key in a sliding minute, and says when there were too many. Bounded: the oldest keys are forgotten. */
export function createAttempts(clock: Clock, most: number) {
  const failures = new Map<string, number[]>();
  const recent = (key: string): number[] => (failures.get(key) ?? []).filter((at) => at > clock.now() - windowMs);
  return {
    tooMany: (key: string): boolean => recent(key).length >= most,
    failed: (key: string): void => {
      const list = [...recent(key), clock.now()];
      failures.delete(key);
      failures.set(key, list);
      const [oldest] = failures.keys();
      if (failures.size > remembered && oldest !== undefined) failures.delete(oldest);
    },
    succeeded: (key: string): void => void failures.delete(key),
  };
}
