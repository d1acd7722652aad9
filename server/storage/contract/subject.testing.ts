import { afterEach, beforeEach } from 'vitest';
import type { Database, Stores } from '../../ports/stores.ts';

/** A database of a test's own, empty at first. */
export type Subject = {
  readonly database: Database;
  /** The same data through a database that was opened anew. */
  readonly reopened: () => Promise<Database>;
  readonly close: () => Promise<void>;
};

export type OpenSubject = () => Promise<Subject>;

/** Opens a subject before each test of the present `describe` and closes it afterwards. */
export function eachTest(open: OpenSubject): {
  readonly stores: () => Stores;
  readonly reopened: () => Promise<Database>;
} {
  let subject: Subject | undefined;
  const present = (): Subject => {
    if (!subject) throw new Error('no subject outside a test');
    return subject;
  };
  beforeEach(async () => {
    subject = await open();
  });
  afterEach(() => subject?.close());
  return { stores: () => present().database.stores, reopened: () => present().reopened() };
}
