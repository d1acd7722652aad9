import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Store } from 's3rver';
import { newId } from '../samples.testing.ts';

/**
 * A real store puts an object whole or not at all (Amazon S3, “data consistency model”). This one writes into what is there
 * while others look at it, and answers before it is done; with this it writes beside it, and then moves it there.
 */
export function putWhole(store: Store): void {
  store.putObject = async ({ bucket, key, content, metadata }) => {
    const bytes = Buffer.isBuffer(content) ? content : await buffer(content);
    const md5 = createHash('md5').update(bytes).digest('hex');
    const beside = `${key}.${newId()}`;
    const file = (of: string, part: string): string => store.getResourcePath(bucket, of, part);
    await mkdir(path.dirname(file(beside, 'object')), { recursive: true });
    await writeFile(file(beside, 'object'), bytes);
    await store.putMetadata(bucket, beside, metadata, md5);
    for (const part of ['object', 'object.md5', 'metadata.json']) await rename(file(beside, part), file(key, part));
    return { size: bytes.length, md5 };
  };
}
