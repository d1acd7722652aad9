import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { connect, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { errorCode } from './error-code.ts';

/** sun_path holds 108 bytes on Linux and 104 on macOS, the closing NUL included. */
const longestSocketPath = 103;
const staleLockMs = 5_000;

/**
 * The socket path that will be used for the one wanted: itself, or when it is too long for the kernel one in a folder of
 * ours under `temporaryFolder`. Throws when somebody else owns that folder.
 */
export function guardianSocketPath(wanted: string, temporaryFolder: string, uid = process.getuid?.() ?? 0): string {
  if (Buffer.byteLength(wanted) <= longestSocketPath) return wanted;
  const folder = path.join(temporaryFolder, `frontdesk-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid: owner } = lstatSync(folder);
  if (owner !== uid || (mode & 0o077) !== 0) throw new Error(`${folder} is not a private folder of user ${uid}`);
  return path.join(folder, `${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}.sock`);
}

/** Removes the folder of `guardianSocketPath` with the last socket in it; leaves any other folder alone. */
export function removeFallbackFolder(socketPath: string): void {
  const folder = path.dirname(socketPath);
  if (!/^frontdesk-\d+$/.test(path.basename(folder))) return;
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'ENOENT'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** A connection to whoever listens, or undefined when nobody does (no such file, or one left behind). */
export function connectTo(socketPath: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error) => {
      const code = errorCode(error);
      if (code === 'ENOENT' || code === 'ECONNREFUSED') resolve(undefined);
      else reject(error);
    });
  });
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
}

/** Held only while a guardian looks for another and takes the socket: two that start at once cannot both win. */
async function takeStartLock(lockPath: string, now: () => number): Promise<boolean> {
  try {
    await (await open(lockPath, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    const taken = statSync(lockPath, { throwIfNoEntry: false });
    if (taken && now() - taken.mtimeMs < staleLockMs) return false;
    await rm(lockPath, { force: true });
    return takeStartLock(lockPath, now);
  }
}

/** Listens as the only one on this path; false when another guardian has it. A socket file left behind is removed. */
export async function listenAlone(server: Server, socketPath: string, now: () => number): Promise<boolean> {
  const lockPath = `${socketPath}.lock`;
  if (!(await takeStartLock(lockPath, now))) return false;
  try {
    const other = await connectTo(socketPath);
    if (other) {
      other.destroy();
      return false;
    }
    await rm(socketPath, { force: true });
    await listen(server, socketPath);
    return true;
  } finally {
    await rm(lockPath, { force: true });
  }
}
