import { Readable } from 'node:stream';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { soundKey } from '../calls/recording-keys.ts';
import type { ByteRange, RecordingStore } from '../ports/recording-store.ts';
import { rangeOf } from './byte-range.ts';
import { Streamed } from './streamed.ts';

export type Format = 'wav' | 'mp3';

/** What is there of a sound, and which part of it is wanted. */
export type Wanted = {
  readonly key: string;
  readonly length: number;
  /** Null: the whole. */
  readonly range: ByteRange | null;
  readonly headers: Readonly<Record<string, string>>;
};

const types: Readonly<Record<Format, string>> = { wav: 'audio/wav', mp3: 'audio/mpeg' };

/** Looks what is there before anything is read. `badRange` comes with the length, for `Content-Range`. */
export async function findSound(
  store: RecordingStore,
  { id }: Recording,
  format: Format,
  asked: { readonly range?: string | undefined; readonly ifRange?: string | string[] | undefined },
): Promise<Result<Wanted, { readonly code: ErrorCode; readonly length?: number }>> {
  const key = soundKey(id, format);
  const found = await store.lengthOf(key);
  if (!found.ok) return fail({ code: 'soundUnavailable' });
  const length = found.value;
  if (length === null) return fail({ code: format === 'mp3' ? 'notYetEncoded' : 'soundUnavailable' });
  // An object never changes: its name and its length say which bytes these are.
  const etag = `"${key}-${length}"`;
  const stale = asked.ifRange !== undefined && asked.ifRange !== etag;
  const range = stale ? null : rangeOf(asked.range, length);
  if (range === 'badRange') return fail({ code: 'badRange', length });
  return ok({ key, length, range, headers: headersOf(format, etag, length, range) });
}

function headersOf(format: Format, etag: string, length: number, range: ByteRange | null): Wanted['headers'] {
  return {
    'content-type': types[format],
    'accept-ranges': 'bytes',
    // Whoever may not hear it any more does not hear it from a cache either.
    'cache-control': 'private, no-store',
    etag,
    'content-length': String(range === null ? length : range.to - range.from + 1),
    ...(range !== null && { 'content-range': `bytes ${range.from}-${range.to}/${length}` }),
  };
}

/** Reads as fast as the client takes it, and no further than it stays. */
export async function readSound(
  store: RecordingStore,
  { key, range, headers }: Wanted,
): Promise<Result<Streamed, ErrorCode>> {
  const opened = await (range === null ? store.open(key) : store.open(key, range));
  if (!opened.ok || opened.value === null) return fail('soundUnavailable');
  const body = Readable.from(opened.value.chunks, { objectMode: false });
  return ok(new Streamed(range === null ? 200 : 206, headers, body));
}

/** The headers alone: for HEAD. */
export const headOf = ({ range, headers }: Wanted): Streamed =>
  new Streamed(range === null ? 200 : 206, headers, Readable.from([]));
