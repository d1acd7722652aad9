import { ok } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { TelephonyEvent } from '../../ports/telephony-event.ts';
import type { Telephony } from '../../ports/telephony.ts';
import { createAriCommand } from './ari-outcome.ts';
import { type AriRest, createAriRest } from './ari-rest.ts';
import { ariBridgeCommands } from './bridge-commands.ts';
import type { CommandParts } from './command-parts.ts';
import { createConsoleRegister } from './console-register.ts';
import { createConsoleWriter } from './console-writer.ts';
import { ariLegCommands } from './leg-commands.ts';
import { ariMediaCommands, ariRecordingCommands } from './media-commands.ts';
import { createAriLink } from './ari-link.ts';
import { findLegs, snapshotOf } from './read-snapshot.ts';

export type AriTelephonyOptions = {
  /** With the prefix: `http://127.0.0.1:8088/ari`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The Stasis application the dialplan hands callers to. */
  readonly app: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Spreads the attempts to reconnect: 0 ≤ x < 1. */
  readonly random: () => number;
  /** What is to stand in the consoles' SDP, when it is not simply the machine's own address. */
  readonly mediaAddress?: string;
  /** How long one request may take; default 5 s. */
  readonly deadlineMs?: number;
  /** A PBX that hangs is found after at most twice this; default 3 s. */
  readonly pingEveryMs?: number;
};

/**
 * Asterisk through its REST interface. It begins to connect at once and goes on trying for as long as it is not closed;
 * `connected` reports the first time, too. Subscribe in the same turn.
 */
export function createAriTelephony(options: AriTelephonyOptions): Telephony {
  const { app, log } = options;
  const listeners = new Set<(event: TelephonyEvent) => void>();
  const place = options.mediaAddress === undefined ? {} : { mediaAddress: options.mediaAddress };
  const direct = createAriRest({ ...options, deadlineMs: options.deadlineMs ?? 5_000 });
  const register = createConsoleRegister(createConsoleWriter(direct, log, place), () => link.isOpen());
  const link = createAriLink({
    ...options,
    pingEveryMs: options.pingEveryMs ?? 3_000,
    rest: direct,
    register,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  });
  const rest: AriRest = (...request) =>
    link.session() === null ? Promise.resolve({ kind: 'unavailable' }) : direct(...request);
  const parts: CommandParts = { app, log, rest, send: createAriCommand(rest, log), session: link.session };
  return {
    ...ariLegCommands(parts),
    ...ariBridgeCommands(parts),
    ...ariMediaCommands(parts),
    ...ariRecordingCommands(parts, options),
    admitConsole: register.admit,
    dismissConsole: register.dismiss,
    snapshot: async () => {
      const found = await findLegs(rest, app);
      return found.ok ? ok(snapshotOf(found.value)) : found;
    },
    status: link.status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      link.close();
    },
  };
}
