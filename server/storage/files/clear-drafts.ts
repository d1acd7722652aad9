import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isFileError } from './file-failure.ts';

const dayMs = 86_400_000;

/** Removes what a killed server left half-written. Younger than a day it may be what another one is writing. */
export async function clearDrafts(folder: string, now: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name);
    try {
      if ((await stat(file)).mtimeMs < now - dayMs) await rm(file, { force: true });
    } catch (error) {
      if (!isFileError(error)) throw error; // somebody else was faster, or the disk is read-only, which `check` tells
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}
