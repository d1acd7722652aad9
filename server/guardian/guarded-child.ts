import { tmpdir } from 'node:os';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { GuardianFailure } from './guardian-failure.ts';
import { type ChildOptions, fingerprintOf } from './guardian-options.ts';
import { guardianSocketPath } from './guardian-socket.ts';
import { launchGuardian } from './launch-guardian.ts';
import { claimChild, type OwnerConnection } from './owner-connection.ts';
import { type OwnedChild, ownChild } from './owned-child.ts';

const attempts = 3;
/** Beyond the stop deadline: how long a guardian may take to say how things are, or to end. */
const answersWithinMs = 15_000;

export type GuardedChildOptions = ChildOptions & {
  /** The guardian's program: `guardianEntry(root)`. */
  readonly entry: string;
  /** Where the guardian listens; when too long for the kernel a private folder of the temporary one is used instead. */
  readonly socketPath: string;
};

/** A child process that ends when nobody owns it for `graceMs`, and that the next owner takes over before that. */
export type GuardedChild = {
  /** Starts the child, or takes over the running one; one that runs with other arguments is stopped first. */
  readonly spawnOrAdopt: () => Promise<Result<OwnedChild, GuardianFailure>>;
  /** Takes over the running child and starts none: undefined when none runs. One with other arguments is stopped first. */
  readonly adopt: () => Promise<OwnedChild | undefined>;
};

type Claim = OwnedChild | GuardianFailure | 'none' | 'ended';

/** Claims what runs at the socket. `ended`: something was there and is gone now, so that a new one may start. */
async function claim(options: GuardedChildOptions, socketPath: string, adopted: boolean): Promise<Claim> {
  const connection = await claimChild(socketPath, fingerprintOf(options));
  if (!connection) return 'none';
  const late = setTimeout(connection.abort, options.stopDeadlineMs + answersWithinMs);
  const first = await connection.next();
  if (first.type !== 'closed' && first.type !== 'hello') await closed(connection);
  clearTimeout(late);
  if (first.type === 'hello') return ownChild({ ...options, connection, hello: first, adopted });
  if (first.type !== 'failed') return 'ended';
  return { code: 'childNotStarted', message: `${options.command} could not be started: ${first.reason}.` };
}

async function closed(connection: OwnerConnection): Promise<void> {
  while ((await connection.next()).type !== 'closed');
}

export function guardedChild(options: GuardedChildOptions): GuardedChild {
  const spawnOrAdopt = async (): Promise<Result<OwnedChild, GuardianFailure>> => {
    const { entry, ...rest } = options;
    const socketPath = guardianSocketPath(options.socketPath, tmpdir());
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const running = await claim(options, socketPath, true);
      if (typeof running === 'object') return 'pid' in running ? ok(running) : fail(running);
      const launched = await launchGuardian(entry, { ...rest, socketPath });
      if (!launched.ok) return launched;
      const fresh = await claim(options, socketPath, false);
      if (typeof fresh === 'object') return 'pid' in fresh ? ok(fresh) : fail(fresh);
    }
    return fail({ code: 'guardianBusy', message: `Something else keeps taking the socket ${socketPath}.` });
  };
  const adopt = async (): Promise<OwnedChild | undefined> => {
    const running = await claim(options, guardianSocketPath(options.socketPath, tmpdir()), true);
    return typeof running === 'object' && 'pid' in running ? running : undefined;
  };
  return { spawnOrAdopt, adopt };
}
