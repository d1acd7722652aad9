import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { KeptObject } from '../../ports/recording-store.ts';
import { Spoilt, unbroken } from './file-failure.ts';

/** Writes a file, waits until it is on the disk, reads it again and compares length and hash. */
export async function writeChecked(file: string, chunks: AsyncIterable<Uint8Array>): Promise<KeptObject> {
  const given = await write(file, chunks);
  const found = await read(file);
  if (found.length !== given.length || found.sha256 !== given.sha256) {
    throw new Spoilt(`${found.length} bytes of ${given.length} were found again`);
  }
  return given;
}

async function write(file: string, chunks: AsyncIterable<Uint8Array>): Promise<KeptObject> {
  const handle = await open(file, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    let length = 0;
    for await (const chunk of unbroken(chunks)) {
      await handle.writeFile(chunk);
      hash.update(chunk);
      length += chunk.length;
    }
    await handle.sync();
    return { length, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

async function read(file: string): Promise<KeptObject> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    length += chunk.length;
  }
  return { length, sha256: hash.digest('hex') };
}
