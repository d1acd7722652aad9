import { readFileSync } from 'node:fs';

/** UDP ports of a range that are open on this machine (Linux: from /proc/net/udp). */
export function openRtpPorts({ low, high }: { readonly low: number; readonly high: number }): readonly number[] {
  return readFileSync('/proc/net/udp', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => Number.parseInt(line.trim().split(/\s+/)[1]?.split(':')[1] ?? '', 16))
    .filter((port) => port >= low && port <= high);
}
