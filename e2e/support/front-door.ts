import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Stands between browsers and a server, as a reverse proxy would; can be shut, and can give out a newer version. */
export type FrontDoor = {
  readonly url: string;
  /** The paths that were asked for through it, in order. */
  readonly asked: readonly string[];
  /** Nobody gets through any more, and whoever is inside is cut off: the server cannot be reached. */
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** From now on the page and its service worker are of another version, though they do the same. */
  readonly renew: () => void;
};

const versioned = (path: string): boolean => path === '/' || path === '/service-worker.js';

export async function openFrontDoor(target: string): Promise<FrontDoor> {
  const { hostname, port: targetPort } = new URL(target);
  const version = /name="frontdesk-version" content="(\w+)"/.exec(await (await fetch(target)).text())?.[1];
  if (version === undefined) throw new Error('the page does not say which version it is of');
  const sockets = new Set<Socket | Duplex>();
  const asked: string[] = [];
  let given = version;
  const pass = (from: IncomingMessage, to: ServerResponse): void => {
    const path = from.url ?? '/';
    asked.push(path);
    const headers = { ...from.headers, ...(versioned(path) && { 'accept-encoding': 'identity' }) };
    if (versioned(path)) for (const name of ['if-none-match', 'if-modified-since'] as const) delete headers[name];
    const onward = request({ hostname, port: targetPort, path, method: from.method, headers }, (answer) => {
      void reply(answer, to, versioned(path) ? (text) => text.replaceAll(version, given) : null);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  };
  const server = createServer(pass);
  server.on('connection', (socket) => track(sockets, socket));
  server.on('upgrade', (from: IncomingMessage, socket: Duplex, head: Buffer) => {
    asked.push(from.url ?? '/');
    const onward = connect(Number(targetPort), hostname);
    for (const one of [socket, onward]) track(sockets, one);
    onward.write(`${headOf(from)}\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, 'localhost', resolve));
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the front door has no port');
  return {
    url: `http://localhost:${address.port}`,
    asked,
    open: () => listen(address.port),
    shut: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    renew: () => void (given = version.split('').toReversed().join('')),
  };
}

function track(sockets: Set<Socket | Duplex>, socket: Socket | Duplex): void {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  // Cut off on purpose, or by whoever is at the other end: `close` follows.
  socket.on('error', () => socket.destroy());
}

async function reply(answer: IncomingMessage, to: ServerResponse, change: ((text: string) => string) | null) {
  if (change === null) {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(to);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const { 'content-length': _, etag: __, 'last-modified': ___, ...headers } = answer.headers;
  to.writeHead(answer.statusCode ?? 502, headers);
  to.end(change(Buffer.concat(chunks).toString('utf8')));
}

function headOf({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1] ?? ''}\r\n`] : []));
  return `${method} ${url} HTTP/1.1\r\n${lines.join('')}`;
}
