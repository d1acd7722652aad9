import type { Accounts } from '../accounts/sign-in.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

const everyMs = 60_000;

/** Ends expired sessions, with what is open for them. Returns the way to stop. */
export function sweepSessions(accounts: Accounts, clock: Clock, log: Log): () => void {
  let stop = (): void => {};
  const sweep = async (): Promise<void> => {
    const swept = await accounts.sweep();
    if (!swept.ok) log.warn({}, 'expired sessions could not be ended');
    stop = clock.after(everyMs, run);
  };
  const run = (): void => {
    sweep().catch((error: unknown) => log.error({ err: error }, 'ending expired sessions failed'));
  };
  run();
  return () => stop();
}
