import { fail, ok } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { Stored } from '../../ports/stores.ts';
import { causeOf, isUnavailable, reasonOf, withoutValues } from './pg-failure.ts';

/** Runs work with the database: a database that is away is an expected failure, anything else PostgreSQL minds is a bug. */
export type Guard = <Value>(work: () => Promise<Value>) => Stored<Value>;

/** Says once in the log that the database has gone, and once that it is back. */
export function createGuard(log: Log): Guard {
  let away = false;
  return async (work) => {
    try {
      const value = await work();
      if (away) log.info({}, 'The database answers again');
      away = false;
      return ok(value);
    } catch (error) {
      const cause = causeOf(error);
      if (!isUnavailable(cause)) throw withoutValues(cause);
      if (!away) log.warn({ reason: reasonOf(cause) }, 'The database does not answer');
      away = true;
      return fail('databaseUnavailable');
    }
  };
}
