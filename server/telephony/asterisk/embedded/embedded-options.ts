import type { Clock } from '../../../ports/clock.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Log } from '../../../ports/log.ts';
import type { SipOptions } from './config-files.ts';

export type EmbeddedOptions = Pick<SipOptions, 'sipPort' | 'rtpPorts' | 'trunkMatch'> & {
  /** The project's folder: templates, scripts and the built guardian are found from here. */
  readonly root: string;
  readonly dataFolder: string;
  /** Where SIP listens; `127.0.0.1` unless told otherwise. */
  readonly sipAddress?: string;
  /** The address in our SDP, to which RTP is bound; `127.0.0.1` unless told otherwise. */
  readonly mediaAddress?: string;
  readonly trunkContact?: string | undefined;
  /** How long Asterisk and its calls outlive this server; 20 s unless told otherwise. */
  readonly graceMs?: number;
  /** Where `FRONTDESK_CACHE`, `XDG_CACHE_HOME` and `PATH` are read; this process's own unless told otherwise. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly clock: Clock;
  /** Where the ARI password comes from; the system's source of randomness unless told otherwise. */
  readonly ids?: Pick<Ids, 'secret'>;
};

export const loopback = '127.0.0.1';

/** What of the options shapes the configuration, with its defaults. */
export function sipOptionsOf(options: EmbeddedOptions): SipOptions {
  const { sipAddress = loopback, mediaAddress = loopback, sipPort, rtpPorts, trunkMatch, trunkContact } = options;
  const contact = trunkContact === undefined ? {} : { trunkContact };
  return { sipAddress, mediaAddress, sipPort, rtpPorts, trunkMatch, ...contact };
}
