import type { IncomingMessage } from 'node:http';
import type { StorageFailure } from '../../ports/recording-store.ts';

/** No answer came, or it broke off. */
export class S3Unreachable extends Error {}

/** An answer that was not the one that was hoped for. `code` is the word of the store, such as `AccessDenied`. */
export class S3Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(`the store answered ${status} ${code}`.trim());
    this.status = status;
    this.code = code;
  }
}

const mostOfAnError = 16_384;

/** The error an answer is (S3 API reference, "Error responses": XML with a `Code`; none to HEAD). */
export async function refusalOf(status: number, body: IncomingMessage): Promise<S3Refused> {
  const parts: string[] = [];
  let length = 0;
  try {
    for await (const part of body) {
      parts.push(String(part));
      length += String(part).length;
      if (length > mostOfAnError) break;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return new S3Refused(status, ''); // it broke off: the status says enough
  }
  return new S3Refused(status, /<Code>(\w{1,60})<\/Code>/.exec(parts.join(''))?.[1] ?? '');
}

/** The words of MinIO, Ceph and others for a disk or a quota that is full. */
const full = /StorageFull|QuotaExceeded|InsufficientCapacity|InsufficientStorage|NoSpace/i;

export const failureOf = (error: Error): StorageFailure =>
  error instanceof S3Refused && (error.status === 507 || full.test(error.code)) ? 'storageFull' : 'storageUnavailable';
