import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { EdgeConnection } from './edge-connection.ts';
import { createEdgeCounters } from './edge-counters.ts';
import { settle, type EdgePage, type EdgeSettings, type SipEdgeOptions } from './edge-options.ts';
import { createOpenSockets } from './open-sockets.ts';
import { Peer } from './peer.ts';
import { dial } from './upstream.ts';

export type SipEdge = {
  /** Takes an upgrade whose session and origin have been checked. */
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer, page: EdgePage) => void;
  /** Whether this page has its way to the PBX, be its own socket connected just now or not. */
  readonly holds: (page: EdgePage) => boolean;
  /** Ends whatever the console has open; `code` is a WebSocket close code. */
  readonly disconnect: (consoleId: string, code: number, reason: string) => void;
  /** The counters of edge-counters.ts; `open`: pages connected now; `lingering`: dropped pages that may come back; `sockets`: both sides'. */
  readonly stats: () => Readonly<Record<string, number>>;
  /** Ends every connection and resolves when no socket is open any more. Nothing is accepted from then on. */
  readonly close: () => Promise<void>;
};

/**
 * The relay between browsers' SIP over WebSocket (RFC 7118) and the PBX's: one connection to the PBX for each page.
 * It proves to the PBX who is speaking, and is the first to know when a console goes away.
 */
export const createSipEdge = (options: SipEdgeOptions): SipEdge => new Relay(settle(options));

class Relay implements SipEdge {
  readonly #settings: EdgeSettings;
  readonly #server: WebSocketServer;
  readonly #counters = createEdgeCounters();
  readonly #sockets = createOpenSockets();
  /** By console: a console has one page at a time. */
  readonly #connections = new Map<string, EdgeConnection>();
  #stopping = false;

  constructor(settings: EdgeSettings) {
    this.#settings = settings;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: settings.limits.payloadBytes,
      handleProtocols: () => 'sip',
    });
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer, page: EdgePage): void {
    if (this.#stopping) return this.#refuse(socket, 'stopping');
    if (!offersSip(request)) return this.#refuse(socket, 'subprotocol');
    return this.#server.handleUpgrade(request, socket, head, (ws) => this.#attach(this.#sockets.track(ws), page));
  }

  holds({ consoleId, pageId }: EdgePage): boolean {
    return this.#connections.get(consoleId)?.page.pageId === pageId;
  }

  disconnect(consoleId: string, code: number, reason: string): void {
    this.#connections.get(consoleId)?.end('disconnected', [code, reason]);
  }

  stats(): Readonly<Record<string, number>> {
    const open = [...this.#connections.values()].filter((connection) => connection.isAttached).length;
    return { ...this.#counters, open, lingering: this.#connections.size - open, sockets: this.#sockets.count() };
  }

  async close(): Promise<void> {
    this.#stopping = true;
    for (const connection of this.#connections.values()) connection.end('stopping');
    await this.#sockets.allClosed();
  }

  #attach(ws: WebSocket, page: EdgePage): void {
    this.#counters.connections += 1;
    const before = this.#connections.get(page.consoleId);
    if (before !== undefined && before.page.pageId === page.pageId) {
      this.#counters.reattached += 1;
      return before.attach(ws);
    }
    before?.end('replaced');
    const target = this.#settings.upstream();
    if (target === null) {
      this.#counters['refused.pbxDown'] += 1;
      return new Peer(ws, this.#settings, deaf).close(1013, 'the phone system is down');
    }
    const options = {
      ...this.#settings,
      counters: this.#counters,
      ended: (connection: EdgeConnection) => this.#forget(connection),
    };
    const connection = new EdgeConnection(options, page, this.#sockets.track(dial(target)));
    this.#connections.set(page.consoleId, connection);
    return connection.attach(ws);
  }

  #forget(connection: EdgeConnection): void {
    const { consoleId } = connection.page;
    if (this.#connections.get(consoleId) === connection) this.#connections.delete(consoleId);
  }

  #refuse(socket: Duplex, why: keyof typeof refusals): void {
    this.#counters[`refused.${why}`] += 1;
    socket.once('finish', () => socket.destroy());
    socket.end(`HTTP/1.1 ${refusals[why]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  }
}

const refusals = { stopping: '503 Service Unavailable', subprotocol: '400 Bad Request' } as const;

const deaf = { message: () => undefined, ended: () => undefined };

/** RFC 7118 §4: without the subprotocol it is not SIP; the PBX refuses such a connection in the same way. */
const offersSip = (request: IncomingMessage): boolean =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').some((name) => name.trim() === 'sip');
