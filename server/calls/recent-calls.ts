import type { Clock } from '../ports/clock.ts';

const windowMs = 60_000;

/** How many calls each person has placed in the last minute. */
export function createRecentCalls(clock: Clock) {
  const placed = new Map<string, readonly number[]>();
  const recent = (userId: string): readonly number[] =>
    (placed.get(userId) ?? []).filter((at) => at > clock.now() - windowMs);
  return {
    count: (userId: string): number => recent(userId).length,
    placed: (userId: string): void => void placed.set(userId, [...recent(userId), clock.now()]),
  };
}

export type RecentCalls = ReturnType<typeof createRecentCalls>;
