import type { TelephonyStatus } from '../../ports/telephony.ts';
import { type AriConnection, type AriConnectionParts, openAriConnection } from './ari-connection.ts';
import type { AriSession } from './ari-session.ts';
import { createBackoff } from './backoff.ts';
import { createLinkStatus } from './link-status.ts';
import type { Synchronised } from './synchronise.ts';

export type AriLinkParts = AriConnectionParts & { readonly random: () => number };

/** The connection to the PBX, made again whenever it is lost. */
export type AriLink = {
  /** The PBX answers; it may not be synchronised yet. */
  readonly isOpen: () => boolean;
  /** null unless synchronised. */
  readonly session: () => AriSession | null;
  readonly status: () => TelephonyStatus;
  readonly close: () => void;
};

export function createAriLink(parts: AriLinkParts): AriLink {
  const { log, emit } = parts;
  const backoff = createBackoff(parts.clock, parts.random);
  const status = createLinkStatus(parts.clock);
  let retired = false;
  const retire = (): void => {
    retired = true;
    backoff.stop();
    connection.close();
  };
  const onReplaced = (): void => {
    log.error({ app: parts.app }, 'another server has taken the telephone system over; this one lets go of it');
    retire();
  };
  const onSynchronised = ({ version, found }: Synchronised): void => {
    status.become('connected', version);
    backoff.reset();
    log.info({ version, legs: found.legs.length }, 'connected to the PBX');
  };
  const onClosed = (): void => {
    const lost = status.get().state === 'connected';
    status.become('down', null);
    if (!retired) backoff.again(reconnect);
    if (!lost) return;
    log.warn({}, 'the connection to the PBX is lost');
    emit({ type: 'disconnected' });
  };
  const connect = (): AriConnection => openAriConnection(parts, { onReplaced, onSynchronised, onClosed });
  const reconnect = (): void => {
    connection = connect();
  };
  let connection = connect();
  return {
    isOpen: () => connection.state() === 'open' || connection.state() === 'synchronised',
    session: () => (connection.state() === 'synchronised' ? connection.session : null),
    status: status.get,
    close: retire,
  };
}
