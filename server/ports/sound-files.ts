import type { Result } from '../../shared/result.ts';

/** `soundNotStored`: the folder takes no file (full, read-only, gone), or what was to be kept broke off on its way. */
export type SoundFailure = 'soundNotStored';

/** Sound that was recorded and is kept: WAV files by ids of ours (letters, digits, hyphens). */
export interface SoundFiles {
  /**
   * Keeps a WAV file under an id, in place of one that was there. Resolved with its length, it is whole and on the disk: a loss of power
   * does not take it away. A file whose header was never finished, because its writer was killed, is put right.
   */
  keep(id: string, chunks: AsyncIterable<Uint8Array>): Promise<Result<{ readonly lengthMs: number }, SoundFailure>>;
  /** The whole file; null where there is none of that id. */
  read(id: string): Promise<Result<Uint8Array | null, SoundFailure>>;
  /** Also of one that is not there. */
  remove(id: string): Promise<Result<void, SoundFailure>>;
}
