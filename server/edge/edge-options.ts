import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

export type SipEdgeOptions = {
  /** Where the PBX takes SIP over WebSocket; asked anew for every connection, null while there is no PBX. */
  readonly upstream: () => EdgeUpstream | null;
  /** What the PBX was told at the console's admission. */
  readonly secretOf: (consoleId: string) => string;
  readonly clock: Clock;
  readonly log: Log;
  /** What becomes of consoles. For each console the two come in turns, beginning with `registered`. */
  readonly on: EdgeEvents;
} & Partial<EdgeTimes & { readonly limits: Partial<EdgeLimits> }>;

/** The options with nothing left open. */
export type EdgeSettings = Omit<SipEdgeOptions, keyof EdgeTimes | 'limits'> &
  EdgeTimes & { readonly limits: EdgeLimits };

export type EdgeTimes = {
  /** How long a dropped page may take to come back to its dialogs. */
  readonly lingerMs: number;
  /** A peer that leaves two pings in a row unanswered is dead: found after two to three times so long. */
  readonly pingMs: number;
};

/** One load of a console's page: a reconnecting page goes on where it was, a reloaded one begins anew. */
export type EdgePage = { readonly consoleId: string; readonly pageId: string };

/** `localAddress`: the address of this machine to connect from, so that the PBX can tell the edge from a trunk. */
export type EdgeUpstream = { readonly url: string; readonly localAddress?: string };

export type EdgeEvents = {
  /** The PBX has its address and its page is connected: it can ring. */
  readonly registered: (consoleId: string, pageId: string) => void;
  /** It cannot ring any more: left, dead, signed out, replaced, expired, or cut off from the PBX. */
  readonly gone: (consoleId: string, pageId: string) => void;
};

export type EdgeLimits = {
  /** The largest frame from a browser. Asterisk takes 65,535 bytes, and the proof is added. */
  readonly payloadBytes: number;
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** What waits for a peer that is not there at the moment. */
  readonly queuedFrames: number;
  readonly queuedBytes: number;
  /** What may wait in the socket of a peer that does not read. */
  readonly bufferedBytes: number;
  readonly openWithinMs: number;
  readonly closeWithinMs: number;
};

const usualLimits: EdgeLimits = {
  payloadBytes: 65_000,
  messagesPerSecond: 20,
  messageBurst: 100,
  bytesPerSecond: 64 * 1024,
  byteBurst: 512 * 1024,
  queuedFrames: 32,
  queuedBytes: 256 * 1024,
  bufferedBytes: 512 * 1024,
  openWithinMs: 5000,
  closeWithinMs: 1000,
};

export const settle = (options: SipEdgeOptions): EdgeSettings => ({
  lingerMs: 8000,
  pingMs: 2000,
  ...options,
  limits: { ...usualLimits, ...options.limits },
});
