import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok } from '../../../shared/result.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { ByteRange, KeptObject, RecordingStore } from '../../ports/recording-store.ts';
import { mustBeKey, rangeWithin } from '../object-range.ts';
import { createFileGuard, isFileError } from './file-failure.ts';
import { writeChecked } from './write-checked.ts';

type Options = { readonly folder: string; readonly ids: Ids; readonly log: Log };

/** What is not whole yet; on the same disk, so that renaming is moving. */
export const draftsOf = (folder: string): string => path.join(folder, 'drafts');

/** Objects in a folder of this machine (or one it has mounted), spread over subfolders by the first two signs of their keys. */
export function createFileRecordingStore({ folder, ids, log }: Options): RecordingStore {
  const place = `files in ${folder}`;
  const fileOf = (key: string): string => path.join(folder, mustBeKey(key).slice(0, 2), key);
  const doing = createFileGuard(log, place);
  return {
    place,
    keep: (key, chunks) => {
      const file = fileOf(key);
      return doing(() => keep(file, path.join(draftsOf(folder), ids.next()), chunks));
    },
    open: async (key, range) => {
      const file = fileOf(key);
      const length = await doing(() => lengthOf(file));
      if (!length.ok) return length;
      if (length.value === null) return ok(null);
      const part = range === undefined ? null : rangeWithin(length.value, range);
      if (range !== undefined && part === null) return fail('badRange');
      return ok({ length: length.value, chunks: read(file, part) });
    },
    lengthOf: (key) => {
      const file = fileOf(key);
      return doing(() => lengthOf(file));
    },
    remove: (key) => {
      const file = fileOf(key);
      return doing(() => remove(file));
    },
    check: () => doing(() => check(folder, path.join(draftsOf(folder), ids.next()))),
  };
}

async function keep(file: string, draft: string, chunks: AsyncIterable<Uint8Array>): Promise<KeptObject> {
  try {
    await makeFolder(path.dirname(draft));
    const kept = await writeChecked(draft, chunks);
    await makeFolder(path.dirname(file));
    await rename(draft, file);
    await syncFolder(path.dirname(file));
    return kept;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A new folder is on the disk when the one it is in is. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(path.dirname(folder));
}

/** The name of a file is on the disk when its folder is (fsync(2)). */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function lengthOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The file is opened when somebody begins to read, so that who never does leaves nothing open. */
async function* read(file: string, part: ByteRange | null): AsyncIterable<Uint8Array> {
  yield* createReadStream(file, part === null ? {} : { start: part.from, end: part.to });
}

async function remove(file: string): Promise<void> {
  try {
    await rm(file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

const tried = new TextEncoder().encode('Whether something can be kept here.\n');

async function check(folder: string, draft: string): Promise<{ readonly freeBytes: number }> {
  try {
    await makeFolder(path.dirname(draft));
    await writeChecked(draft, once(tried));
  } finally {
    await rm(draft, { force: true });
  }
  const { bavail, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const isMissing = (error: unknown): boolean => isFileError(error) && error.code === 'ENOENT';
