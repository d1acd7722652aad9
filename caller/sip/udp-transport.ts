import { openUdpSocket } from '../udp-socket.ts';
import type { Address } from './addresses.ts';
import type { SipTransport } from './transport.ts';

/** SIP over UDP. Throws where the address is not ours or the port is taken. */
export async function openUdpTransport(local: Address): Promise<SipTransport> {
  const socket = await openUdpSocket(local);
  let failed: ((to: Address) => void) | undefined;
  return {
    kind: 'udp',
    local: { host: local.host, port: socket.address().port },
    send: (text, to) => socket.send(text, to.port, to.host, (error) => error && failed?.(to)),
    onMessage: (receive) =>
      void socket.on('message', (bytes, { address, port }) => receive(bytes, { host: address, port })),
    onFailure: (handler) => {
      failed = handler;
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
