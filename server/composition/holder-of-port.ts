import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Which process listens on a TCP port, as "name (pid)", where /proc tells; null where it does not. */
export function holderOfPort(port: number): string | null {
  const inode = inodeOf(port, '/proc/net/tcp') ?? inodeOf(port, '/proc/net/tcp6');
  if (inode === null) return null;
  for (const pid of entries('/proc').filter((name) => /^\d+$/.test(name))) {
    const holds = entries(`/proc/${pid}/fd`).some((fd) => target(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`);
    if (holds) return `${text(`/proc/${pid}/comm`).trim()} (process ${pid})`;
  }
  return null;
}

const listening = '0A';

function inodeOf(port: number, table: string): string | null {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = text(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const row = rows.find((columns) => columns[1]?.endsWith(`:${wanted}`) === true && columns[3] === listening);
  return row?.[9] ?? null;
}

// Processes end while they are looked at, and those of others may not be looked at: both only mean "not this one".
const quietly =
  <Value>(read: (path: string) => Value, otherwise: Value) =>
  (path: string): Value => {
    try {
      return read(path);
    } catch {
      return otherwise;
    }
  };
const entries = quietly((path) => readdirSync(path), []);
const target = quietly((path) => readlinkSync(path), '');
const text = quietly((path) => readFileSync(path, 'utf8'), '');
