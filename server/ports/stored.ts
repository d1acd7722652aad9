import type { Result } from '../../shared/result.ts';

/** Everything a store acknowledges is durable. `databaseUnavailable` means nothing was changed, where nothing else is said. */
export type StoreFailure = 'databaseUnavailable';
export type Stored<Value> = Promise<Result<Value, StoreFailure>>;
