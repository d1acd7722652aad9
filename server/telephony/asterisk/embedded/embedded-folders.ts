import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { errorCode } from '../../../guardian/error-code.ts';
import type { EmbeddedFailure } from './embedded-failure.ts';

/** sun_path of unix(7), without its closing NUL; Asterisk's console socket must fit. */
const longestSocketPath = 107;

export type EmbeddedFolders = {
  /** Its configuration, database, sockets and logs; what is not log or guardian is made anew at each start. */
  readonly pbx: string;
  readonly log: string;
  /** Recordings, kept over starts. */
  readonly spool: string;
  readonly music: string;
};

const perStart = ['etc', 'lib', 'db', 'run', 'cache'];

export function embeddedFolders(dataFolder: string): EmbeddedFolders {
  const at = (...names: readonly string[]): string => path.join(path.resolve(dataFolder), ...names);
  return { pbx: at('pbx'), log: at('pbx/log'), spool: at('spool'), music: at('music') };
}

/** Makes the folders, private to this user, if they can be used. */
export function prepareFolders(folders: EmbeddedFolders): Result<void, EmbeddedFailure> {
  const socket = path.join(folders.pbx, 'run/asterisk.ctl');
  if (Buffer.byteLength(socket) > longestSocketPath) {
    const message = `The data folder's path is too long for a socket in it: ${socket} has more than ${longestSocketPath} bytes.`;
    return fail({ code: 'pathTooLong', message });
  }
  const spools = ['recording', 'monitor', 'tmp', 'outgoing'].map((name) => path.join(folders.spool, name));
  const all = [...perStart.map((name) => path.join(folders.pbx, name)), folders.log, ...spools, folders.music];
  return writing(folders, () => {
    for (const folder of all) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK | constants.X_OK);
    }
  });
}

/** Does what writes into the data folder; what the system refuses (no space, no permission) is a failure. */
export function writing(folders: EmbeddedFolders, write: () => void): Result<void, EmbeddedFailure> {
  try {
    write();
    return ok();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || !/^E[A-Z]+$/u.test(code)) throw error;
    const message = `The data folder ${path.dirname(folders.pbx)} cannot be written (${code}).`;
    return fail({ code: 'dataNotWritable', message });
  }
}

/** Forgets the last run: nothing of it may be mistaken for this one's. */
export function clearRun(folders: EmbeddedFolders): void {
  for (const name of perStart) {
    rmSync(path.join(folders.pbx, name), { recursive: true, force: true });
    mkdirSync(path.join(folders.pbx, name), { mode: 0o700 });
  }
  mkdirSync(path.join(folders.pbx, 'lib/keys'), { mode: 0o700 });
}
