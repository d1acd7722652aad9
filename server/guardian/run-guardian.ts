import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { GuardianMessage } from './guardian-message.ts';
import { fingerprintOf, type GuardianOptions } from './guardian-options.ts';
import { listenAlone, removeFallbackFolder } from './guardian-socket.ts';
import { keepChild, type KeptChild } from './kept-child.ts';
import { childNote, noteChild, stopLeftover } from './leftover.ts';
import { Owners } from './owners.ts';

/** The world of a guardian: the clock, a signal that it should end, and whom it tells that it now listens. */
export type GuardianWorld = {
  readonly now: () => number;
  readonly onTerminate: (listener: () => void) => void;
  readonly listening: () => void;
};

type Start = { readonly child: KeptChild; readonly startedAt: number } | { readonly failure: string };

async function start(options: GuardianOptions, now: () => number): Promise<Start> {
  await stopLeftover(options.socketPath, options.stopSignal, options.stopDeadlineMs);
  try {
    const child = await keepChild(options);
    noteChild(options.socketPath, child.pid);
    return { child, startedAt: now() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function greetingOf(start: Start): GuardianMessage {
  if ('failure' in start) return { type: 'failed', reason: start.failure };
  return { type: 'hello', guardianPid: process.pid, pid: start.child.pid, startedAt: start.startedAt };
}

/**
 * Keeps one child for as long as somebody owns it, and a grace longer. Resolves with true when the child has ended and the
 * socket is gone; at once with false when another guardian has the socket already.
 */
export async function runGuardian(options: GuardianOptions, world: GuardianWorld): Promise<boolean> {
  const server = createServer();
  const listening = listenAlone(server, options.socketPath, world.now);
  const starting = listening.then((alone): Promise<Start> | Start =>
    alone ? start(options, world.now) : { failure: 'another guardian listens' },
  );
  const wanted = new AbortController();
  const owners = new Owners({
    graceMs: options.graceMs,
    fingerprint: fingerprintOf(options),
    greeting: async () => greetingOf(await starting),
    unwanted: () => wanted.abort(),
  });
  server.on('connection', (socket) => owners.connected(socket));
  world.onTerminate(owners.end);
  if (!(await listening)) {
    owners.dismiss({ type: 'replaced' });
    return false;
  }
  world.listening();
  const last = await lastWord(await starting, wanted.signal);
  await Promise.race([owners.greeted, aborted(wanted.signal)]); // a child that ends at once ends before its owner has come
  await rm(childNote(options.socketPath), { force: true });
  server.close(); // takes the socket file with it: whoever hears the last word may start anew at once
  removeFallbackFolder(options.socketPath);
  owners.dismiss(last);
  return true;
}

/** What the owner hears at the end: how the child ended, or why there was none. */
async function lastWord(start: Start, unwanted: AbortSignal): Promise<GuardianMessage> {
  if ('failure' in start) return { type: 'failed', reason: start.failure };
  void aborted(unwanted).then(start.child.stop);
  return { type: 'exited', ...(await start.child.ended) };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
