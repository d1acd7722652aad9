import type { StoredStatus } from '../ports/stores.ts';

/** What people say of themselves, at hand for deciding whom to ring; kept by people.ts. */
export type Statuses = {
  readonly of: (userId: string) => Pick<StoredStatus, 'status' | 'until'>;
  readonly set: (userId: string, status: StoredStatus) => void;
  /** Calls may ring at this person's desks. */
  readonly wantsCalls: (userId: string) => boolean;
};

const available = { status: 'available', until: null } as const;

export function createStatuses(): Statuses {
  const statuses = new Map<string, StoredStatus>();
  const of: Statuses['of'] = (userId) => statuses.get(userId) ?? available;
  return {
    of,
    set: (userId, status) => void statuses.set(userId, status),
    wantsCalls: (userId) => of(userId).status === 'available',
  };
}
