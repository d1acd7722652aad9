import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Log } from '../ports/log.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import type { EdgeUpstream, SipEdgeOptions } from './edge-options.ts';
import { createSipEdge } from './sip-edge.ts';
import { consoleId } from './sip-message.testing.ts';

export const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 4000, interval: 5 });

/** One end of a WebSocket in a test: what it heard, and how it ended. Frames are Latin-1. */
export class End {
  readonly ws: WebSocket;
  readonly heard: string[] = [];
  pings = 0;
  closed: { readonly code: number; readonly reason: string } | null = null;

  constructor(ws: WebSocket) {
    this.ws = ws;
    ws.on('message', (data: Buffer) => void this.heard.push(data.toString('latin1')));
    ws.on('ping', () => void (this.pings += 1));
    ws.on('error', () => undefined);
    ws.on('close', (code, reason) => void (this.closed = { code, reason: reason.toString() }));
  }

  send(text: string): void {
    this.ws.send(Buffer.from(text, 'latin1'), { binary: false });
  }

  hears(part: string): Promise<void> {
    return until(() => expect(this.heard.join('\n')).toContain(part));
  }

  closes(code: number): Promise<void> {
    return until(() => expect(this.closed?.code).toBe(code));
  }
}

/** A PBX that takes every connection and says nothing by itself. `deaf`: it does not answer pings. */
async function startPbx({ deaf = false } = {}) {
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    autoPong: !deaf,
    skipUTF8Validation: true,
    handleProtocols: (names) => (names.has('sip') ? 'sip' : false),
  });
  await once(server, 'listening');
  const ends: End[] = [];
  const addresses: string[] = [];
  server.on('connection', (ws, { socket }) => {
    ends.push(new End(ws));
    addresses.push(socket.remoteAddress ?? '');
  });
  const stop = async (): Promise<void> => {
    if (server.address() === null) return;
    for (const { ws } of ends) ws.terminate();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `ws://127.0.0.1:${addressOf(server).port}/ws`, ends, addresses, stop };
}

/** Takes a connection and never says a word. */
export async function startSilentPbx() {
  const sockets = new Set<{ readonly destroy: () => void }>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `ws://127.0.0.1:${addressOf(server).port}/ws`,
    taken: (): Promise<void> => until(() => expect(sockets.size).toBeGreaterThan(0)),
    stop: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const addressOf = (server: { address: () => AddressInfo | string | null }): AddressInfo => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address;
};

export type Told = { readonly log: Log; readonly lines: string[] };

export function listenToLog(): Told {
  const lines: string[] = [];
  const take = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { lines, log: { debug: take, info: take, warn: take, error: take } };
}

type Changes = Partial<SipEdgeOptions> & { readonly deafPbx?: boolean; readonly pbx?: EdgeUpstream | null };

/** The edge between a real HTTP server and a pretended PBX, at a clock that stands still. */
export async function openEdge({ deafPbx = false, pbx: target, ...changes }: Changes = {}) {
  const pbx = await startPbx({ deaf: deafPbx });
  const clock = createVirtualClock();
  const presence: string[] = [];
  const told = listenToLog();
  const edge = createSipEdge({
    upstream: () => (target === undefined ? { url: pbx.url } : target),
    secretOf: (id) => `secret-of-${id}`,
    clock,
    log: told.log,
    on: {
      registered: (id, page) => void presence.push(`registered ${id} ${page}`),
      gone: (id, page) => void presence.push(`gone ${id} ${page}`),
    },
    ...changes,
  });
  const http = createServer();
  http.on('upgrade', (request, socket, head) => {
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    edge.accept(request, socket, head, {
      consoleId: query.get('console') ?? consoleId,
      pageId: query.get('page') ?? 'page-1',
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = (page: string, id: string): string =>
    `ws://127.0.0.1:${addressOf(http).port}/sip?page=${page}&console=${id}`;
  const browsers: End[] = [];
  const dial = (page = 'page-1', { id = consoleId, autoPong = true, protocols = ['sip'] } = {}): End => {
    const end = new End(new WebSocket(address(page, id), protocols, { autoPong, perMessageDeflate: false }));
    browsers.push(end);
    return end;
  };

  return {
    edge,
    pbx,
    clock,
    presence,
    log: told.lines,
    count: (name: string): number | undefined => edge.stats()[name],
    dial,
    /** A browser and its connection to the PBX, both open. */
    connect: async (page = 'page-1', options: Parameters<typeof dial>[1] = {}): Promise<[End, End]> => {
      const before = pbx.ends.length;
      const browser = dial(page, options);
      await until(() => expect([browser.ws.readyState, pbx.ends.length]).toEqual([WebSocket.OPEN, before + 1]));
      const upstream = pbx.ends[before];
      if (upstream === undefined) throw new Error('no connection');
      // Open at the PBX is not yet open at the edge: what the edge passes on proves it.
      upstream.send('SIP/2.0 100 Open\r\n\r\n');
      await browser.hears('100 Open');
      return [browser, upstream];
    },
    /** Ends everything and proves that nothing is left: no socket, no timer. */
    close: async (): Promise<void> => {
      const closed = edge.close();
      for (const { ws } of browsers) ws.terminate();
      await pbx.stop();
      // The clock is not moved: a timer that was forgotten must not get away by running out.
      await closed;
      await new Promise((resolve) => http.close(resolve));
      expect(clock.pending()).toBe(0);
      expect(edge.stats()).toMatchObject({ open: 0, lingering: 0 });
    },
  };
}

export type OpenEdge = Awaited<ReturnType<typeof openEdge>>;
