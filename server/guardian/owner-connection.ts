import type { Socket } from 'node:net';
import { type GuardianMessage, parseGuardianMessage } from './guardian-message.ts';
import { connectTo } from './guardian-socket.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';

type Heard = GuardianMessage | { readonly type: 'closed' };

/** An owner's end of the connection. `next` hands over messages in order, and `closed` once and for ever after them. */
export type OwnerConnection = {
  readonly next: () => Promise<Heard>;
  readonly stop: () => void;
  readonly close: () => void;
  /** Gives up on a guardian that does not answer. */
  readonly abort: () => void;
};

function follow(socket: Socket): () => Promise<Heard> {
  const heard: Heard[] = [];
  let waiting: ((message: Heard) => void) | undefined;
  let closed = false;
  const hear = (message: Heard): void => {
    const waiter = waiting;
    waiting = undefined;
    if (waiter) waiter(message);
    else heard.push(message);
  };
  readJsonLines(socket, (line) => {
    const message = parseGuardianMessage(line);
    if (message) hear(message);
  });
  socket.on('error', () => socket.destroy()); // a guardian that was killed: `close` follows
  socket.on('close', () => {
    closed = true;
    hear({ type: 'closed' });
  });
  return () => {
    const first = heard.shift();
    if (first) return Promise.resolve(first);
    if (closed) return Promise.resolve({ type: 'closed' });
    return new Promise((resolve) => {
      waiting = resolve;
    });
  };
}

/** Connects and claims the child; undefined when no guardian listens. */
export async function claimChild(socketPath: string, fingerprint: string): Promise<OwnerConnection | undefined> {
  const socket = await connectTo(socketPath);
  if (!socket) return undefined;
  const next = follow(socket);
  writeJsonLine(socket, { type: 'claim', fingerprint });
  return {
    next,
    stop: () => writeJsonLine(socket, { type: 'stop' }),
    close: () => socket.end(),
    abort: () => socket.destroy(),
  };
}
