import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { StorageFailure } from '../../ports/recording-store.ts';

/** What was to be kept did not come whole: not the fault of the disk, and yet nothing was kept. */
export class BrokenOff extends Error {}

/** What was read back is not what was written. */
export class Spoilt extends Error {}

export async function* unbroken(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new BrokenOff('what was to be kept broke off', { cause: error });
  }
}

export const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

/** No room on the disk, or no more for this account (open(2), write(2)). */
const full = new Set(['ENOSPC', 'EDQUOT']);

export type FileGuard = <Value>(work: () => Promise<Value>) => Promise<Result<Value, StorageFailure>>;

/**
 * Runs work with files: a disk that does not take or give is an expected failure, anything else is a bug. The log says once what is
 * wrong, and once that it is over.
 */
export function createFileGuard(log: Log, place: string): FileGuard {
  let present: StorageFailure | null = null;
  return async (work) => {
    try {
      const value = await work();
      if (present !== null) log.info({ place }, 'Recordings can be kept and read again');
      present = null;
      return ok(value);
    } catch (error) {
      if (error instanceof BrokenOff) {
        log.warn({ place, err: error }, 'What was to be kept broke off');
        return fail('storageUnavailable');
      }
      if (!isFileError(error) && !(error instanceof Spoilt)) throw error;
      const failure = isFileError(error) && full.has(error.code ?? '') ? 'storageFull' : 'storageUnavailable';
      if (failure !== present) log.error({ place, failure, err: error }, 'Recordings cannot be kept or read');
      present = failure;
      return fail(failure);
    }
  };
}
