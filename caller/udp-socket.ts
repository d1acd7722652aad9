import { createSocket, type Socket } from 'node:dgram';
import { lookup as resolveName } from 'node:dns';
import { isIPv4 } from 'node:net';
import type { Address } from './sip/addresses.ts';

type Found = (error: NodeJS.ErrnoException | null, address: string, family: number) => void;

/** A bound UDP socket; port 0 takes a free one. Throws where the address is not ours or the port is taken. */
export async function openUdpSocket({ host, port }: Address): Promise<Socket> {
  const socket = createSocket({ type: 'udp4', lookup });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, host, () => {
      socket.off('error', reject);
      resolve();
    });
  });
  return socket;
}

/** Node asks for the address of every packet's host; an address is its own answer, and fifty packets a second should not wait for it. */
function lookup(host: string, _options: object, found: Found): void {
  if (isIPv4(host)) found(null, host, 4);
  else resolveName(host, { family: 4 }, found);
}
