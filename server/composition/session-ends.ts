import type { Session } from '../ports/stores.ts';

/** Whoever holds something open for a session hears here that it is over. */
export function createSessionEnds() {
  const listeners = new Set<(session: Session) => void>();
  return {
    tell: (session: Session): void => {
      for (const listener of listeners) listener(session);
    },
    subscribe: (listener: (session: Session) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type SessionEnds = ReturnType<typeof createSessionEnds>;
