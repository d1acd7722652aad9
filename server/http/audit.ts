import type { SignedIn } from '../accounts/sign-in.ts';
import type { Log, LogFields } from '../ports/log.ts';

type Deed = 'userCreated' | 'userChanged' | 'queueSaved' | 'numberSaved' | 'numberRemoved';

/** Writes down what an administrator changed: who did what to what, never a password or a whole number. */
export const createAudit =
  (log: Log) =>
  ({ user }: SignedIn, deed: Deed, about: LogFields): void =>
    log.info({ audit: deed, by: user.id, ...about }, 'an administrator changed something');
