import type { Log } from '../../ports/log.ts';
import type { AriCommand } from './ari-outcome.ts';
import type { AriRest } from './ari-rest.ts';
import type { AriSession } from './ari-session.ts';

/** What the commands are made of. */
export type CommandParts = {
  readonly app: string;
  readonly log: Log;
  /** `unavailable` at once while there is no session. */
  readonly rest: AriRest;
  readonly send: AriCommand;
  readonly session: () => AriSession | null;
};
