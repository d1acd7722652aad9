import { createSocket } from 'node:dgram';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { errorCode } from '../../../guardian/error-code.ts';

type Protocol = 'udp' | 'tcp';
type Binding = { readonly port: number } | { readonly code: string };

function bindTcp(address: string, port: number): Promise<Binding> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ code: errorCode(error) ?? error.message }));
    server.listen({ host: address, port, exclusive: true }, () => {
      const bound = server.address();
      server.close(() => resolve({ port: bound !== null && typeof bound === 'object' ? bound.port : port }));
    });
  });
}

function bindUdp(address: string, port: number): Promise<Binding> {
  return new Promise((resolve) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    socket.once('error', (error) => resolve({ code: errorCode(error) ?? error.message }));
    socket.bind({ address, port, exclusive: true }, () => {
      const bound = socket.address().port;
      socket.close(() => resolve({ port: bound }));
    });
  });
}

/** A TCP port that nobody listens on now. */
export async function freePort(address: string): Promise<number> {
  const binding = await bindTcp(address, 0);
  if ('code' in binding) throw new Error(`no free port at ${address}: ${binding.code}`);
  return binding.port;
}

export type PortTrouble = { readonly protocol: Protocol; readonly code: string };

/** Why this port cannot be had in both protocols: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, …; undefined when it can. */
export async function portTrouble(address: string, port: number): Promise<PortTrouble | undefined> {
  const udp = await bindUdp(address, port);
  if ('code' in udp) return { protocol: 'udp', code: udp.code };
  const tcp = await bindTcp(address, port);
  return 'code' in tcp ? { protocol: 'tcp', code: tcp.code } : undefined;
}

/** Socket inodes bound to the port, from proc(5) net/udp and net/tcp. */
function inodesAt(protocol: Protocol, port: number): ReadonlySet<string> {
  const table = `/proc/net/${protocol}`;
  if (!existsSync(table)) return new Set();
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync(table, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/u));
  return new Set(rows.filter((row) => row[1]?.endsWith(suffix)).flatMap((row) => row[9] ?? []));
}

function unlessGone<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EPERM', 'ESRCH'].includes(errorCode(error) ?? '')) return otherwise;
    throw error;
  }
}

/** Who has the port, as `name (process 123)`; undefined when that is not ours to see. */
export function portHolder(protocol: Protocol, port: number): string | undefined {
  const links = new Set([...inodesAt(protocol, port)].map((inode) => `socket:[${inode}]`));
  if (links.size === 0) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const holder = pids.find((pid) =>
    unlessGone(() => readdirSync(`/proc/${pid}/fd`), []).some((fd) =>
      links.has(unlessGone(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '')),
    ),
  );
  if (holder === undefined) return undefined;
  return `${unlessGone(() => readFileSync(`/proc/${holder}/comm`, 'utf8').trim(), 'a process')} (process ${holder})`;
}
