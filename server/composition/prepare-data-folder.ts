import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FailedStart } from './failed-start.ts';

/** Raised when what is kept there changes in a way an older server would not understand. */
const layout = 1;

/** Makes the folder, and refuses one that cannot be written or that a newer version has been at. */
export function prepareDataFolder(folder: string): string {
  const absolute = path.resolve(folder);
  const stamp = path.join(absolute, 'layout');
  try {
    mkdirSync(absolute, { recursive: true });
    accessSync(absolute, constants.W_OK);
  } catch {
    throw new FailedStart(`FRONTDESK_DATA: the folder ${absolute} cannot be written.`);
  }
  const found = readStamp(stamp);
  if (found > layout) {
    throw new FailedStart(`The data in ${absolute} is from a newer version of Frontdesk; nothing was changed.`);
  }
  writeFileSync(stamp, `${layout}\n`);
  return absolute;
}

function readStamp(stamp: string): number {
  try {
    return Number(readFileSync(stamp, 'utf8'));
  } catch {
    // No stamp: a new folder.
    return 0;
  }
}
