import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { isRefusedPort } from '../../shared/refused-ports.ts';

/**
 * Ports for servers come from below the range of which the system gives to whoever asks for any (from 32768 on Linux):
 * a port that was free a moment ago must not go to the next such asker, an engine of another instance for one.
 */
const servers = { low: 3_000, high: 9_999 };
const given = new Set<number>();

/** A TCP port that is free on loopback, and that nobody else of this run was given. */
export const freePort = (): Promise<number> => nextPort(isFreeForTcp);

/** A port that is free for both UDP and TCP, as SIP wants it. */
export const freeSipPort = (): Promise<number> =>
  nextPort(async (port) => (await isFreeForTcp(port)) && (await isFreeForUdp(port)));

async function nextPort(isFree: (port: number) => Promise<boolean>): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(servers.low, servers.high + 1);
    if (given.has(port) || isRefusedPort(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error('no port is free for a server');
}

function isFreeForTcp(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function isFreeForUdp(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', () => resolve(false));
    socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)));
  });
}

let nextRange = 0;

/**
 * A range of RTP ports that no other instance of this run uses; it, too, is not among those given to any asker, nor does
 * it have one that browsers refuse, as 10080 is.
 */
export function rtpRange(workerIndex: number): { readonly low: number; readonly high: number } {
  const low = 10_200 + ((workerIndex * 20 + nextRange) % 110) * 200;
  nextRange += 1;
  return { low, high: low + 199 };
}
