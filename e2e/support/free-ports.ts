import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A TCP port that is free now on loopback. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** A port that is free now for both UDP and TCP, as SIP wants it. */
export async function freeSipPort(): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = await freePort();
    if (await isFreeForUdp(port)) return port;
  }
  throw new Error('no port is free for both UDP and TCP');
}

function isFreeForUdp(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', () => resolve(false));
    socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)));
  });
}

let nextRange = 0;

/** A range of RTP ports that no other instance of this run uses. */
export function rtpRange(workerIndex: number): { readonly low: number; readonly high: number } {
  const low = 30_000 + ((workerIndex * 20 + nextRange) % 100) * 200;
  nextRange += 1;
  return { low, high: low + 199 };
}
