import type { Address } from './addresses.ts';

export type TransportKind = 'udp' | 'tcp';

/** Carries whole SIP messages (RFC 3261 §18). */
export interface SipTransport {
  readonly kind: TransportKind;
  /** Where others reach us. */
  readonly local: Address;
  /** Delivers later, never before it returns. */
  send(text: string, to: Address): void;
  /** The one receiver of all that comes; set once, before anything is sent. */
  onMessage(receive: (bytes: Buffer, from: Address) => void): void;
  /** Told when nothing can be delivered to an address (connection refused, no route). */
  onFailure(failed: (to: Address) => void): void;
  close(): Promise<void>;
}

/** Binds to the address; port 0 takes a free one. */
export type OpenTransport = (local: Address) => Promise<SipTransport>;
