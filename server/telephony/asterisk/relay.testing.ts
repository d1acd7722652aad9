import { once } from 'node:events';
import net from 'node:net';

/** A TCP relay on loopback that a test can cut or freeze. */
export type Relay = {
  readonly port: number;
  /** Every connection through it breaks; new ones are taken. */
  readonly cut: () => void;
  /** Nothing passes any more, and nobody is told: what a hung machine looks like. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly close: () => Promise<void>;
};

export async function openRelay(targetPort: number): Promise<Relay> {
  const sockets = new Set<net.Socket>();
  let frozen = false;
  const keep = (socket: net.Socket, other: net.Socket): void => {
    sockets.add(socket);
    if (frozen) socket.pause();
    socket.on('data', (data) => other.write(data));
    // A broken connection is what a relay passes on.
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const server = net.createServer((near) => {
    const far = net.connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    near.setNoDelay(true);
    keep(near, far);
    keep(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
