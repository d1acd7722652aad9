import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const largest = 5_000_000;
const kept = 5;
const mostPerRead = 8_000_000;

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** A file's text from a byte on, at most the last 8 MB of it. */
export function readFrom(file: string, from: number): string {
  const size = sizeOf(file);
  const start = Math.max(from, size - mostPerRead);
  if (size <= start) return '';
  const bytes = Buffer.alloc(size - start);
  const handle = openSync(file, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, start));
  } finally {
    closeSync(handle);
  }
}

/** Those of the log files that have grown too large. */
export function overgrown(folder: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => sizeOf(path.join(folder, name)) > largest);
}

/** Removes what Asterisk has set aside beyond the newest five: it numbers them, `full.log.0` is the newest. */
export function pruneRotated(folder: string): void {
  for (const name of readdirSync(folder)) {
    const number = /\.log\.(\d+)$/u.exec(name)?.[1];
    if (number !== undefined && Number(number) >= kept) rmSync(path.join(folder, name), { force: true });
  }
}

/** The last errors in a log from a byte on, as one line; undefined when it has none. */
export function lastErrors(file: string, from: number): string | undefined {
  const errors = readFrom(file, from)
    .split('\n')
    .filter((line) => line.includes('ERROR['));
  const texts = errors.slice(-3).map((line) => line.replace(/^\[.*?\] ERROR\[\d+\](\[\S+\])? ?/u, ''));
  return texts.length > 0 ? texts.join(' / ') : undefined;
}
