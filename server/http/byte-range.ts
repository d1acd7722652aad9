import type { ByteRange } from '../ports/recording-store.ts';

/**
 * The part a `Range` header asks for (RFC 9110 §14): null is the whole, which is also the answer to what makes no sense, to other
 * units than bytes, and to several parts at once. `badRange`: it begins beyond the end.
 */
export function rangeOf(header: string | undefined, length: number): ByteRange | null | 'badRange' {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return null;
  if (first === '') return lastBytes(Number(last), length);
  const [from, to] = [Number(first), last === '' ? length - 1 : Math.min(Number(last), length - 1)];
  if (last !== '' && Number(last) < from) return null;
  return from < length ? { from, to } : 'badRange';
}

const lastBytes = (count: number, length: number): ByteRange | 'badRange' =>
  count === 0 || length === 0 ? 'badRange' : { from: Math.max(0, length - count), to: length - 1 };
