import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

type Range = { readonly low: number; readonly high: number };

/** UDP ports of a range that a process has open (Linux: its sockets from /proc). None once the process is gone. */
export function openRtpPorts(pid: number, { low, high }: Range): readonly number[] {
  const own = socketsOf(pid);
  return readFileSync('/proc/net/udp', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => own.has(columns[9] ?? ''))
    .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16))
    .filter((port) => port >= low && port <= high);
}

/** The inodes of its sockets. A file that is closed while it is looked at is no socket any more. */
function socketsOf(pid: number): ReadonlySet<string> {
  const inodes = new Set<string>();
  for (const fd of quietly(() => readdirSync(`/proc/${pid}/fd`), [])) {
    const target = quietly(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined) inodes.add(inode);
  }
  return inodes;
}

function quietly<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
