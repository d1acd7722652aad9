import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './error-code.ts';
import { parseJsonLine } from './json-lines.ts';
import { processStartedAt, signalProcess } from './process-identity.ts';

const pollMs = 25;
const afterKillMs = 2_000;

/** Where the running child is noted, beside the socket. */
export const childNote = (socketPath: string): string => `${socketPath}.child`;

/** Notes the running child, so that a guardian that follows a killed one can find what that one left behind. */
export function noteChild(socketPath: string, pid: number): void {
  const note = JSON.stringify({ pid, startedAt: processStartedAt(pid) });
  writeFileSync(childNote(socketPath), note, { mode: 0o600 });
}

function notedChild(socketPath: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(childNote(socketPath), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const note = parseJsonLine(text);
  const pid = note?.['pid'];
  const started = note?.['startedAt'];
  return typeof pid === 'number' && typeof started === 'string' && processStartedAt(pid) === started ? pid : undefined;
}

/** Stops the child that a guardian left running when it was itself killed: by signal, after the deadline by SIGKILL. */
export async function stopLeftover(socketPath: string, signal: NodeJS.Signals, deadlineMs: number): Promise<void> {
  const pid = notedChild(socketPath);
  if (pid === undefined) return;
  signalProcess(pid, signal);
  for (let waited = 0; waited < deadlineMs + afterKillMs; waited += pollMs) {
    if (notedChild(socketPath) === undefined) return;
    if (waited >= deadlineMs) signalProcess(-pid, 'SIGKILL');
    await delay(pollMs);
  }
}
