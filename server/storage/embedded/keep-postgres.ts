import type { ChildExit, OwnedChild } from '../../guardian/owned-child.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { EmbeddedDatabaseFailure } from './embedded-failure.ts';
import type { RunningPostgres } from './start-postgres.ts';

const firstRetryMs = 250;
const slowestRetryMs = 15_000;

type Options = {
  readonly first: OwnedChild;
  /** Starts it again, on the same port: whoever uses the database knows no other. */
  readonly start: () => Promise<Result<RunningPostgres, EmbeddedDatabaseFailure>>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Keeps PostgreSQL running: one that ends by itself is started again, at once and then ever more slowly. */
export class PostgresKeeper {
  readonly #options: Options;
  #owned: OwnedChild | undefined;
  #pid: number;
  #retryMs = firstRetryMs;
  #starting: Promise<void> | undefined;
  #cancelRetry: (() => void) | undefined;
  #stopped = false;

  constructor(options: Options) {
    this.#options = options;
    this.#pid = options.first.pid;
    this.#keep(options.first);
  }

  /** Of the PostgreSQL that runs, or ran last. */
  get pid(): number {
    return this.#pid;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelRetry?.();
    await this.#starting;
    await this.#owned?.stop();
  }

  #keep(owned: OwnedChild): void {
    this.#owned = owned;
    this.#pid = owned.pid;
    owned.onExit((exit) => this.#ended(owned, exit));
  }

  #ended(owned: OwnedChild, exit: ChildExit): void {
    if (this.#stopped || this.#owned !== owned) return;
    this.#owned = undefined;
    this.#options.log.error({ ...exit }, 'The embedded PostgreSQL has ended by itself; starting it again');
    this.#retryLater();
  }

  #retryLater(): void {
    this.#cancelRetry = this.#options.clock.after(this.#retryMs, () => {
      this.#starting = this.#withoutThrowing();
    });
    this.#retryMs = Math.min(this.#retryMs * 2, slowestRetryMs);
  }

  /** A full disk, for one, must not end the care for good, and not the server either. */
  async #withoutThrowing(): Promise<void> {
    try {
      await this.#startAgain();
    } catch (error) {
      this.#options.log.error({ err: error }, 'The embedded PostgreSQL could not be started; tried again');
      if (!this.#stopped) this.#retryLater();
    }
  }

  async #startAgain(): Promise<void> {
    const { start, log } = this.#options;
    const started = await start();
    if (started.ok) {
      this.#retryMs = firstRetryMs;
      this.#keep(started.value.owned);
      log.info({ pid: this.#pid }, 'The embedded PostgreSQL runs again');
      return;
    }
    log.error({ code: started.error.code }, started.error.message);
    if (!this.#stopped) this.#retryLater();
  }
}
