import { fail, ok, type Result } from '../../../shared/result.ts';

/** Why there is no embedded database. `message` is one or two sentences that say what to do. */
export type EmbeddedDatabaseFailure = {
  readonly code:
    /** Another server, or another PostgreSQL, has this data. */
    | 'inUse'
    | 'notWritable'
    | 'diskFull'
    /** There are no binaries for this platform, or they do not run here. */
    | 'noBinary'
    /** We are root, PostgreSQL must not be, and there is no account to run it under. */
    | 'noAccount'
    /** The data is of another major version of PostgreSQL. */
    | 'wrongVersion'
    | 'notFound'
    | 'noPort'
    | 'notStarted';
  readonly message: string;
};

export const failure = (
  code: EmbeddedDatabaseFailure['code'],
  message: string,
): Result<never, EmbeddedDatabaseFailure> => fail({ code, message });

const choice = 'Change who it belongs to, or set FRONTDESK_DATA to another folder.';

const codes = {
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  ENOTDIR: 'notWritable',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
} as const;

/** Works with files in a folder; what the file system refuses is a failure that names the folder, anything else a bug. */
export async function onDisk<Value>(
  folder: string,
  work: () => Promise<Value> | Value,
): Promise<Result<Value, EmbeddedDatabaseFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const known = Object.entries(codes).find(([name]) => name === code)?.[1];
    if (!known) throw error;
    return known === 'diskFull'
      ? failure(
          known,
          `There is no room left for ${folder} (${code}). Make room, or set FRONTDESK_DATA to another disk.`,
        )
      : failure(known, `This user may not read and write ${folder} (${code}). ${choice}`);
  }
}
