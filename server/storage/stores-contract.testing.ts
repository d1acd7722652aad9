import type { Database } from '../ports/stores.ts';
import { callStoreContract } from './contract/calls.testing.ts';
import { directoryContract } from './contract/directory.testing.ts';
import { eventLogContract } from './contract/events.testing.ts';
import { sessionStoreContract } from './contract/sessions.testing.ts';
import { settingStoreContract } from './contract/settings.testing.ts';
import { userStoreContract } from './contract/users.testing.ts';

/** A database of a test's own, empty at first. */
export type Subject = {
  readonly database: Database;
  /** The same data through a database that was opened anew. */
  readonly reopened: () => Promise<Database>;
  readonly close: () => Promise<void>;
};

export type OpenSubject = () => Promise<Subject>;

/** What every implementation of the stores promises. To be called from a test file. */
export function storesContract(open: OpenSubject): void {
  callStoreContract(open);
  eventLogContract(open);
  userStoreContract(open);
  sessionStoreContract(open);
  directoryContract(open);
  settingStoreContract(open);
}
