import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../../../shared/result.ts';
import { type EmbeddedDatabaseFailure, failure, onDisk } from './embedded-failure.ts';

/** Whether data that is there is of the version that we have. */
export async function checkVersion(cluster: string, major: number): Promise<Result<void, EmbeddedDatabaseFailure>> {
  const read = await onDisk(cluster, () => readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'));
  if (!read.ok) return read;
  const version = Number(read.value);
  if (version === major) return ok();
  const choice =
    version > major
      ? 'Start the version of Frontdesk that wrote it.'
      : 'Dump it with the version of Frontdesk that wrote it, and restore it into an empty data folder.';
  return failure(
    'wrongVersion',
    `The data in ${cluster} is PostgreSQL ${version}'s; this is PostgreSQL ${major}. ${choice}`,
  );
}
