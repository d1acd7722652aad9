import type { Clock } from '../ports/clock.ts';

const windowMs = 60_000;
const remembered = 10_000;

/**
 * Counts attempts by key in a sliding minute, and says when there were too many. One is counted as it begins: of many
 * that are sent at once none has failed yet. Bounded: the oldest keys are forgotten.
 */
export function createAttempts(clock: Clock, most: number) {
  const attempts = new Map<string, readonly number[]>();
  const recent = (key: string): readonly number[] =>
    (attempts.get(key) ?? []).filter((at) => at > clock.now() - windowMs);
  return {
    tooMany: (key: string): boolean => recent(key).length >= most,
    begun: (key: string): void => {
      const list = [...recent(key), clock.now()];
      attempts.delete(key);
      attempts.set(key, list);
      const [oldest] = attempts.keys();
      if (attempts.size > remembered && oldest !== undefined) attempts.delete(oldest);
    },
    /** One that was begun was no failure: it does not count. */
    takenBack: (key: string): void => {
      const list = recent(key).slice(0, -1);
      if (list.length > 0) attempts.set(key, list);
      else attempts.delete(key);
    },
    /** Whoever it was is who they say: what failed before does not count any more. */
    succeeded: (key: string): void => void attempts.delete(key),
  };
}
