import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, portHolder, portTrouble } from './ports-in-use.ts';

const host = '127.0.0.1';
let close: (() => void)[] = [];
afterEach(() => {
  for (const end of close) end();
  close = [];
});

async function holdTcp(): Promise<number> {
  const server = createServer();
  close.push(() => server.close());
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function holdUdp(): Promise<number> {
  const socket = createSocket('udp4');
  close.push(() => socket.close());
  socket.bind(0, host);
  await once(socket, 'listening');
  return socket.address().port;
}

describe('a port', () => {
  it('that is free is no trouble', async () => {
    expect(await portTrouble(host, await freePort(host))).toBeUndefined();
  });

  it('in use is told with its protocol', async () => {
    expect(await portTrouble(host, await holdTcp())).toEqual({ protocol: 'tcp', code: 'EADDRINUSE' });
    expect(await portTrouble(host, await holdUdp())).toEqual({ protocol: 'udp', code: 'EADDRINUSE' });
  });

  it('at an address that is not this machine’s is told as such', async () => {
    expect(await portTrouble('192.0.2.1', 5060)).toEqual({ protocol: 'udp', code: 'EADDRNOTAVAIL' });
  });

  it('in use is told with its holder', async () => {
    expect(portHolder('tcp', await holdTcp())).toContain(`(process ${process.pid})`);
    expect(portHolder('udp', await holdUdp())).toContain(`(process ${process.pid})`);
    expect(portHolder('tcp', await freePort(host))).toBeUndefined();
  });
});
