import { createReadStream, rmSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { StorageFailure } from '../../ports/recording-store.ts';
import type { Workbench, Workshop, WrittenFile } from '../../ports/workshop.ts';

const nameShape = /^[\w-][\w.-]{0,127}$/;
const headBytes = 44;

/** Room in a folder of this machine. What a killed server left in it is thrown away. */
export function createFileWorkshop(folder: string): Workshop {
  rmSync(folder, { recursive: true, force: true });
  return {
    use: async (task) => {
      const made = await trying(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        return mkdtemp(path.join(folder, 'bench-'));
      });
      if (!made.ok) return fail(made.error === 'brokeOff' ? 'storageUnavailable' : made.error);
      try {
        return await task(benchIn(made.value));
      } finally {
        await rm(made.value, { recursive: true, force: true });
      }
    },
  };
}

function benchIn(folder: string): Workbench {
  const pathOf = (name: string): string => {
    if (!nameShape.test(name)) throw new Error('not the name of a file to work on');
    return path.join(folder, name);
  };
  return {
    pathOf,
    write: (name, chunks) => trying(() => write(pathOf(name), chunks)),
    read: (name) => createReadStream(pathOf(name)),
  };
}

async function write(file: string, chunks: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
  const handle = await open(file, 'w', 0o600);
  const head: number[] = [];
  let bytes = 0;
  try {
    for await (const chunk of unbroken(chunks)) {
      await handle.writeFile(chunk);
      if (head.length < headBytes) head.push(...chunk.subarray(0, headBytes - head.length));
      bytes += chunk.length;
    }
  } finally {
    await handle.close();
  }
  return { bytes, head: Uint8Array.from(head) };
}

/** What breaks off on its way is the fault of where it came from, not of this disk. */
class BrokenOff extends Error {}

async function* unbroken(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new BrokenOff('what was to be written broke off', { cause: error });
  }
}

async function trying<Value>(work: () => Promise<Value>): Promise<Result<Value, StorageFailure | 'brokeOff'>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof BrokenOff) return fail('brokeOff');
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return fail(error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'storageFull' : 'storageUnavailable');
  }
}
