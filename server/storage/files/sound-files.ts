import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { SoundFailure, SoundFiles } from '../../ports/sound-files.ts';
import { wavFacts } from './wav-header.ts';

const idShape = /^[\w-]{1,128}$/;
const longestHeader = 44;

/** Sound in a folder of this machine, one file each. */
export function createSoundFiles({ folder, log }: { readonly folder: string; readonly log: Log }): SoundFiles {
  const fileOf = (id: string): string => {
    if (!idShape.test(id)) throw new Error('not the id of a sound');
    return path.join(folder, `${id}.wav`);
  };
  const trying = async <Value>(work: () => Promise<Value>): Promise<Result<Value, SoundFailure>> => {
    try {
      return ok(await work());
    } catch (error) {
      if (!isFileError(error) && !(error instanceof BrokenOff)) throw error;
      log.error({ err: error }, 'a sound could not be kept or read');
      return fail('soundNotStored');
    }
  };
  return {
    keep: (id, chunks) =>
      trying(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const draft = `${fileOf(id)}.draft`;
        const lengthMs = await write(draft, chunks);
        await rename(draft, fileOf(id));
        await syncFolder(folder);
        return { lengthMs };
      }),
    read: (id) =>
      trying(async () => {
        try {
          return await readFile(fileOf(id));
        } catch (error) {
          if (isFileError(error) && error.code === 'ENOENT') return null;
          throw error;
        }
      }),
    remove: (id) => trying(() => rm(fileOf(id), { force: true })),
  };
}

/** Resolves to the length in ms once the file is on the disk; 0 for what is no sound. */
async function write(draft: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(draft, 'w+', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of unbroken(chunks)) {
      await file.writeFile(chunk);
      bytes += chunk.length;
    }
    const lengthMs = await finishHeader(file, bytes);
    await file.sync();
    return lengthMs;
  } finally {
    await file.close();
  }
}

/** What was to be stored did not come whole. */
class BrokenOff extends Error {}

async function* unbroken(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new BrokenOff('what was to be kept broke off', { cause: error });
  }
}

async function finishHeader(file: FileHandle, bytes: number): Promise<number> {
  const head = new Uint8Array(longestHeader);
  await file.read(head, 0, longestHeader, 0);
  const facts = wavFacts(head, bytes);
  if (facts === undefined) return 0;
  for (const { at, value } of facts.sizes) {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(value);
    await file.write(size, 0, 4, at);
  }
  return facts.lengthMs;
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

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
