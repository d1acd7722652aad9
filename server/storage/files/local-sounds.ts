import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok } from '../../../shared/result.ts';
import type { LocalSounds } from '../../ports/local-sounds.ts';
import type { Log } from '../../ports/log.ts';

const nameShape = /^[\w-]{1,128}$/;

/** In a folder of this machine; nothing in it is lost when the folder is. */
export function createLocalSounds({ folder, log }: { readonly folder: string; readonly log: Log }): LocalSounds {
  const fileOf = (name: string): string => {
    if (!nameShape.test(name)) throw new Error('not the name of a sound');
    return path.resolve(folder, `${name}.wav`);
  };
  return {
    find: async (name) => {
      try {
        await stat(fileOf(name));
        return fileOf(name);
      } catch (error) {
        // Not there, or not to be read: either way it is to be made anew.
        if (isFileError(error)) return null;
        throw error;
      }
    },
    put: async (name, wav) => {
      const file = fileOf(name);
      const draft = `${file}.${randomUUID()}.draft`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(draft, wav, { mode: 0o600 });
        await rename(draft, file);
        return ok(file);
      } catch (error) {
        if (!isFileError(error)) throw error;
        log.error({ err: error }, 'a greeting could not be brought here');
        await rm(draft, { force: true });
        return fail('promptNotStored');
      }
    },
  };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
