import type { ByteRange } from '../ports/recording-store.ts';

const keyShape = /^[A-Za-z0-9][\w-]{0,127}(\.[A-Za-z0-9]{1,8}){1,2}$/;

/** The keys of objects come from our own code: another shape is a bug, and never leads out of the folder. */
export function mustBeKey(key: string): string {
  if (!keyShape.test(key)) throw new Error('not the key of an object');
  return key;
}

/** The part of an object that there is (RFC 9110 §14.1.2: what is asked for beyond the end is left out); null where there is none. */
export function rangeWithin(length: number, range: ByteRange): ByteRange | null {
  const to = Math.min(range.to, length - 1);
  return range.from >= 0 && range.from <= to ? { from: range.from, to } : null;
}
