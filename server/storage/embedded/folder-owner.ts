import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ok, type Result } from '../../../shared/result.ts';
import { connectTo, guardianSocketPath, listenAlone } from '../../guardian/guardian-socket.ts';
import type { Clock } from '../../ports/clock.ts';
import { type EmbeddedDatabaseFailure, failure } from './embedded-failure.ts';

const answerWithinMs = 1_000;

/** The data folder is ours until this is called. */
export type ReleaseFolder = () => Promise<void>;

/** Asks whoever has the folder for its process id. */
async function ownerPid(socketPath: string, clock: Clock): Promise<string> {
  const socket = await connectTo(socketPath);
  if (!socket) return 'which has just ended';
  const cancel = clock.after(answerWithinMs, () => socket.destroy());
  const pid = await said(socket);
  cancel();
  return /^\d+$/.test(pid) ? `process ${pid}` : 'which does not say its process id';
}

/** Everything somebody says until the end; nothing when the connection breaks. */
async function said(socket: Socket): Promise<string> {
  try {
    return await text(socket);
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}

/**
 * Takes the data folder for this process alone. The kernel lets go of the socket when the process ends, however it ends, so
 * a killed server leaves nothing that the next one could mistake for a living one.
 */
export async function takeFolder(home: string, clock: Clock): Promise<Result<ReleaseFolder, EmbeddedDatabaseFailure>> {
  const socketPath = guardianSocketPath(path.join(home, 'owner.sock'), tmpdir());
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()); // somebody who asked and did not wait
    socket.end(String(process.pid));
  });
  if (await listenAlone(server, socketPath, () => clock.now())) {
    server.unref();
    return ok(() => new Promise((resolve) => server.close(() => resolve())));
  }
  const owner = await ownerPid(socketPath, clock);
  const choice = 'Stop it first, or set FRONTDESK_DATA to another folder.';
  return failure('inUse', `Another Frontdesk server (${owner}) uses the data folder ${path.dirname(home)}. ${choice}`);
}
