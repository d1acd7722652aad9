import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Address } from './addresses.ts';
import { createStreamFramer } from './stream-framer.ts';
import type { SipTransport } from './transport.ts';

/** Open connections by peer, and whoever is told of what comes over them. */
class TcpConnections {
  readonly #byPeer = new Map<string, Socket>();
  onMessage: (bytes: Buffer, from: Address) => void = () => {};
  onFailure: (to: Address) => void = () => {};

  to(peer: Address): Socket | undefined {
    return this.#byPeer.get(keyOf(peer));
  }

  adopt(socket: Socket, peer: Address): Socket {
    const frame = createStreamFramer();
    this.#byPeer.set(keyOf(peer), socket);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      const { messages, overflow } = frame(chunk);
      for (const message of messages) this.onMessage(message, peer);
      if (overflow) socket.destroy();
    });
    socket.on('error', () => this.onFailure(peer));
    socket.on('close', () => this.to(peer) === socket && this.#byPeer.delete(keyOf(peer)));
    return socket;
  }

  destroyAll(): void {
    for (const socket of this.#byPeer.values()) socket.destroy();
  }
}

/**
 * SIP over TCP: one connection for each peer, made when first needed, and a listener, so that the other side can open one to us.
 * Throws where the address is not ours or the port is taken.
 */
export async function openTcpTransport(local: Address): Promise<SipTransport> {
  const connections = new TcpConnections();
  const server = createServer((socket) => {
    connections.adopt(socket, { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 });
  });
  server.listen(local.port, local.host);
  await once(server, 'listening');
  const bound = server.address();
  return {
    kind: 'tcp',
    local: { host: local.host, port: typeof bound === 'object' && bound ? bound.port : local.port },
    send: (text, to) => {
      const open = connections.to(to);
      (open ?? connections.adopt(connect({ ...to, localAddress: local.host }), to)).write(text);
    },
    onMessage: (receive) => {
      connections.onMessage = receive;
    },
    onFailure: (failed) => {
      connections.onFailure = failed;
    },
    close: async () => {
      connections.destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}

function keyOf({ host, port }: Address): string {
  return `${host}:${port}`;
}
