import { Readable } from 'node:stream';
import type { ByteRange, KeptObject, OpenObject } from '../../ports/recording-store.ts';
import { Spoilt } from '../files/file-failure.ts';
import type { S3Client } from './s3-client.ts';
import { refusalOf, S3Refused } from './s3-failure.ts';

export type Upload = KeptObject & { readonly contentType: string; readonly read: () => Readable };

/** The store checks what it gets by the hash that is signed; afterwards it is asked what it has. */
export async function upload(client: S3Client, key: string, { contentType, ...body }: Upload): Promise<KeptObject> {
  const { length, sha256 } = body;
  const headers = { 'content-type': contentType, 'x-amz-meta-sha256': sha256 };
  const put = await client.ask({ method: 'PUT', key, headers, body });
  if (put.status !== 200) throw await refusalOf(put.status, put.body);
  put.body.resume();
  const found = await headOf(client, key);
  // Another may have been kept under this key at the same time, and stayed.
  const isThere = found !== null && (found.sha256 !== sha256 || found.length === length);
  if (!isThere) throw new Spoilt(`${found?.length ?? 'none'} of ${length} bytes are there`);
  return { length, sha256 };
}

export async function headOf(
  client: S3Client,
  key: string,
): Promise<{ readonly length: number; readonly sha256: string } | null> {
  const { status, headers, body } = await client.ask({ method: 'HEAD', key });
  body.resume();
  if (status === 404) return null;
  if (status !== 200) throw new S3Refused(status, '');
  return { length: Number(headers['content-length']), sha256: String(headers['x-amz-meta-sha256']) };
}

export async function download(
  client: S3Client,
  key: string,
  range: ByteRange | undefined,
): Promise<OpenObject | null | 'badRange'> {
  const wanted = range === undefined ? {} : { range: `bytes=${range.from}-${range.to}` };
  const { status, headers, body } = await client.ask({ method: 'GET', key, headers: wanted });
  if (status === 200 && range === undefined) return { length: Number(headers['content-length']), chunks: body };
  const whole = /^bytes \d+-\d+\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
  if (status === 206 && whole !== undefined) return { length: Number(whole), chunks: body };
  const refusal = await refusalOf(status, body);
  if (status === 416) return 'badRange';
  if (status === 404 && refusal.code !== 'NoSuchBucket') return null;
  throw refusal;
}

export async function remove(client: S3Client, key: string): Promise<void> {
  const { status, body } = await client.ask({ method: 'DELETE', key });
  if (status !== 404 && status >= 300) throw await refusalOf(status, body);
  body.resume();
}

const nothing = {
  length: 0,
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  contentType: 'text/plain',
  read: () => Readable.from([]),
};

/** Keeps an empty object and removes it. How much room is left nobody knows. */
export async function check(client: S3Client, key: string): Promise<{ readonly freeBytes: null }> {
  await upload(client, key, nothing);
  await remove(client, key);
  return { freeBytes: null };
}
