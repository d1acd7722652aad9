import type { Health } from '../../shared/protocol/accounts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/stores.ts';
import type { Telephony } from '../ports/telephony.ts';

/** Asks each part how it is. */
export function createHealth(parts: {
  readonly telephony: Telephony;
  readonly database: Database;
  readonly clock: Clock;
  readonly version: string;
}): () => Promise<Health> {
  const startedAt = parts.clock.now();
  return async () => {
    const pbx = parts.telephony.status();
    const database = await parts.database.ping();
    return {
      status: pbx.state === 'connected' && database.ok ? 'ok' : 'degraded',
      pbx: { state: pbx.state, version: pbx.version },
      database: database.ok ? { state: 'up', version: database.value.version } : { state: 'down', version: null },
      version: parts.version,
      uptimeSeconds: Math.round((parts.clock.now() - startedAt) / 1000),
    };
  };
}
