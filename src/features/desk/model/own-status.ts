import type { Person } from '../../../../shared/protocol/stream.ts';

/** How the person at this desk stands; `since` and `until` are the server's clock, ms since the epoch, where known. */
export type OwnStatus = {
  readonly presence: Person['presence'];
  readonly since: number | null;
  readonly until: number | null;
};

type Parts = {
  /** As the server tells it; undefined until it has. */
  readonly person: Person | undefined;
  readonly isConnected: boolean;
  readonly isOnACall: boolean;
};

/** What this desk knows better than the server (no connection, a call) goes before what the server tells of it. */
export function ownStatusOf({ person, isConnected, isOnACall }: Parts): OwnStatus {
  const until = person?.until ?? null;
  const known = (presence: Person['presence']): OwnStatus => ({
    presence,
    since: person?.presence === presence ? person.since : null,
    until,
  });
  if (isOnACall) return known('onCall');
  if (!isConnected) return { presence: 'offline', since: null, until };
  return known(person?.presence === 'away' || person?.presence === 'doNotDisturb' ? person.presence : 'available');
}
