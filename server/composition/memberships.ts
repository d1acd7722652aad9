import type { Memberships } from '../http/http-parts.ts';

/** Whoever depends on who is in which queue, or has which role, hears here that it may have changed. */
export function createMemberships(): Memberships {
  const listeners = new Set<(userIds: readonly string[]) => void>();
  return {
    tell: (userIds) => {
      for (const listener of listeners) listener(userIds);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
