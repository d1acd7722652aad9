import type { GuardianMessage } from './guardian-message.ts';
import type { OwnerConnection } from './owner-connection.ts';
import { signalProcess } from './process-identity.ts';

const afterDeadlineMs = 3_000;

/**
 * How the ownership ended: the child ended, a newer owner took it over (leave it alone), or the guardian itself is gone
 * (the child may still run; `spawnOrAdopt` ends it and starts a new one).
 */
export type ChildExit =
  | { readonly reason: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly reason: 'replaced' }
  | { readonly reason: 'guardianLost' };

export type OwnedChild = {
  /** True when the child ran already and was taken over. */
  readonly adopted: boolean;
  readonly pid: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Calls the listener once, also when it has happened already; not after `detach`. */
  readonly onExit: (listener: (exit: ChildExit) => void) => void;
  /** Ends the child and resolves when it has ended. */
  readonly stop: () => Promise<void>;
  /** Lets go of the child without ending it: whoever claims it within the grace has it. */
  readonly detach: () => void;
};

type Options = {
  readonly connection: OwnerConnection;
  readonly hello: Extract<GuardianMessage, { type: 'hello' }>;
  readonly adopted: boolean;
  readonly stopDeadlineMs: number;
};

async function exitOf(connection: OwnerConnection): Promise<ChildExit> {
  for (;;) {
    const message = await connection.next();
    if (message.type === 'exited') return { reason: 'exited', code: message.code, signal: message.signal };
    if (message.type === 'replaced') return { reason: 'replaced' };
    if (message.type === 'closed') return { reason: 'guardianLost' };
  }
}

/** The owner's view of a child that has just been claimed. */
export function ownChild({ connection, hello, adopted, stopDeadlineMs }: Options): OwnedChild {
  const exit = exitOf(connection);
  let detached = false;
  const detach = (): void => {
    detached = true;
    connection.close();
  };
  const stop = async (): Promise<void> => {
    connection.stop();
    const overdue = setTimeout(() => {
      signalProcess(-hello.pid, 'SIGKILL');
      signalProcess(hello.guardianPid, 'SIGKILL');
    }, stopDeadlineMs + afterDeadlineMs);
    await exit;
    clearTimeout(overdue);
  };
  const onExit = (listener: (exit: ChildExit) => void): void => {
    void exit.then((end) => (detached ? undefined : listener(end)));
  };
  return { adopted, pid: hello.pid, startedAt: hello.startedAt, onExit, stop, detach };
}
