import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { StorageFailure } from '../../ports/recording-store.ts';
import { Spoilt } from '../files/file-failure.ts';
import { failureOf, S3Refused, S3Unreachable } from './s3-failure.ts';

const isExpected = (error: unknown): error is Error =>
  error instanceof S3Unreachable || error instanceof S3Refused || error instanceof Spoilt;

/**
 * Runs work with the store: what it refuses and that it does not answer are expected failures, anything else is a bug. The log says
 * once what is wrong, by status and word and never with a header, and once that it is over.
 */
export function createS3Guard(log: Log, place: string) {
  let present: StorageFailure | null = null;
  return async <Value>(work: () => Promise<Value>): Promise<Result<Value, StorageFailure>> => {
    try {
      const value = await work();
      if (present !== null) log.info({ place }, 'Recordings can be kept and read again');
      present = null;
      return ok(value);
    } catch (error) {
      if (!isExpected(error)) throw error;
      const failure = failureOf(error);
      if (failure !== present)
        log.error({ place, failure, reason: error.message }, 'Recordings cannot be kept or read');
      present = failure;
      return fail(failure);
    }
  };
}
