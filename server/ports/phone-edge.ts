import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Agent } from '../../shared/call/call.ts';

/** Where browsers' SIP comes in: a relay to the PBX. Whoever calls `accept` has checked the session and the origin. */
export interface PhoneEdge {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, page: PhonePage): Promise<void>;
  /** Ends whatever the console has open; `code` is a WebSocket close code. */
  disconnect(consoleId: string, code: number, reason: string): void;
}

export type PhonePage = {
  readonly agent: Agent;
  /** One load of the page: a reconnecting page goes on where it was, a reloaded one begins anew. */
  readonly pageId: string;
};
