import type { Result } from '../../shared/result.ts';

/** `storageFull`: there is no room. `storageUnavailable`: it takes or gives nothing at the moment (read-only, gone, out of reach). */
export type StorageFailure = 'storageFull' | 'storageUnavailable';

/** Bytes from `from` to `to`, both included (RFC 9110 §14.1.2). */
export type ByteRange = { readonly from: number; readonly to: number };

/** The length and SHA-256 (hex) of what was given, found in what was kept. */
export type KeptObject = { readonly length: number; readonly sha256: string };

export type OpenObject = {
  /** Of the whole object, in bytes. */
  readonly length: number;
  /** The part that was asked for. It may break off. */
  readonly chunks: AsyncIterable<Uint8Array>;
};

/**
 * The sound of recordings and what is made of it, as objects by key (letters, digits, hyphens, one dot: `3f…a0.wav`). An object
 * never changes; it is there whole or not at all.
 */
export interface RecordingStore {
  /** For health and for people: `files in …`, `bucket … at …`. */
  readonly place: string;
  /** Resolved, it is whole, has been checked, and is durable; before, nobody sees it. Keeping it again replaces it. */
  keep(
    key: string,
    chunks: AsyncIterable<Uint8Array>,
    contentType: string,
  ): Promise<Result<KeptObject, StorageFailure>>;
  /** The object, or a part of it; null where there is none of that key. A part that is not there is `badRange`. */
  open(key: string, range?: ByteRange): Promise<Result<OpenObject | null, StorageFailure | 'badRange'>>;
  /** In bytes; null where there is none. */
  lengthOf(key: string): Promise<Result<number | null, StorageFailure>>;
  /** Also of one that is not there. */
  remove(key: string): Promise<Result<void, StorageFailure>>;
  /** Whether something can be kept now: tried, not guessed. `freeBytes` is null where nobody knows. */
  check(): Promise<Result<{ readonly freeBytes: number | null }, StorageFailure>>;
}
