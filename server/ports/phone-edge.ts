import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Where browsers' SIP comes in: a relay to the PBX. Whoever calls `accept` has checked the session and the origin. */
export interface PhoneEdge {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, console: PhoneEdgeConsole): void;
  /** Ends whatever the console has open; `code` is a WebSocket close code. */
  disconnect(consoleId: string, code: number, reason: string): void;
}

export type PhoneEdgeConsole = {
  readonly consoleId: string;
  /** One load of the page: a reconnecting page goes on where it was, a reloaded one begins anew. */
  readonly pageId: string;
};
