import type { Result } from '../../../../shared/result.ts';
import type { ChildExit, OwnedChild } from '../../../guardian/owned-child.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';

const checkMs = 3_000;
const doubtMs = 1_000;
const failuresUntilHung = 3;
const firstBackoffMs = 250;
const longestBackoffMs = 30_000;
/** A child that has run so long starts anew without delay when it ends. */
const soundMs = 60_000;

export type KeepRunningOptions = {
  readonly child: OwnedChild;
  /** Starts the child anew and waits until it serves. */
  readonly start: () => Promise<Result<OwnedChild, { readonly message: string }>>;
  /** Answers within a bounded time. */
  readonly isHealthy: () => Promise<boolean>;
  /** Done with every check that went well; what it does is bounded, too. */
  readonly whenHealthy: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
};

type Listener = () => void;

/** Keeps a child running: checks on it, ends it when it hangs, starts it anew with growing patience when it has ended. */
export class KeepRunning {
  readonly #options: KeepRunningOptions;
  readonly #down = new Set<Listener>();
  readonly #restarted = new Set<Listener>();
  #child: OwnedChild | undefined;
  #runningSince = 0;
  #attempts = 0;
  #failures = 0;
  #ended = false;
  #busy: Promise<void> = Promise.resolve();
  #cancel: Listener = () => undefined;

  constructor(options: KeepRunningOptions) {
    this.#options = options;
    this.#watch(options.child);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Called each time the child has gone, or has been taken over by another server. */
  onDown(listener: Listener): Listener {
    this.#down.add(listener);
    return () => this.#down.delete(listener);
  }

  /** Called each time it serves again. */
  onRestart(listener: Listener): Listener {
    this.#restarted.add(listener);
    return () => this.#restarted.delete(listener);
  }

  /** Ends the child, and resolves when it has ended. */
  async stop(): Promise<void> {
    this.#end();
    await this.#busy;
    await this.#child?.stop();
    this.#child = undefined;
  }

  /** Leaves the child to the next owner. */
  detach(): void {
    this.#end();
    this.#child?.detach();
    this.#child = undefined;
  }

  #end(): void {
    this.#ended = true;
    this.#cancel();
  }

  #later(ms: number, task: () => Promise<void>): void {
    this.#cancel = this.#options.clock.after(ms, () => {
      this.#busy = this.#withoutThrowing(task);
    });
  }

  /** A full disk, for one, must not end the care for good, and not the server either. */
  async #withoutThrowing(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#options.log.error({ part: 'pbx', error: String(error) }, 'The PBX could not be looked after; tried again.');
      if (!this.#ended) this.#later(longestBackoffMs, task);
    }
  }

  #watch(child: OwnedChild): void {
    this.#child = child;
    this.#failures = 0;
    this.#runningSince = this.#options.clock.now();
    child.onExit((exit) => this.#exited(child, exit));
    this.#later(checkMs, () => this.#check(child));
  }

  async #check(child: OwnedChild): Promise<void> {
    const healthy = await this.#options.isHealthy();
    if (this.#ended || this.#child !== child) return;
    this.#failures = healthy ? 0 : this.#failures + 1;
    if (healthy) await this.#options.whenHealthy();
    else if (this.#failures >= failuresUntilHung) {
      this.#options.log.error(
        { part: 'pbx', pid: child.pid },
        'The PBX does not answer; it is ended and started anew.',
      );
      await child.stop();
      return;
    }
    const nextMs = healthy ? checkMs : doubtMs;
    if (!this.#ended && this.#child === child) this.#later(nextMs, () => this.#check(child));
  }

  #exited(child: OwnedChild, exit: ChildExit): void {
    if (this.#ended || this.#child !== child) return;
    this.#cancel();
    this.#child = undefined;
    const { clock, log } = this.#options;
    if (exit.reason === 'replaced') {
      log.warn({ part: 'pbx' }, 'Another server has taken over the PBX.');
      this.#end();
    } else {
      log.error({ part: 'pbx', ...exit }, 'The PBX has ended; it is started anew.');
      if (clock.now() - this.#runningSince >= soundMs) this.#attempts = 0;
      this.#restartLater();
    }
    for (const listener of this.#down) listener();
  }

  #restartLater(): void {
    const patience = Math.min(longestBackoffMs, firstBackoffMs * 2 ** this.#attempts);
    this.#attempts += 1;
    this.#later(patience, () => this.#restart());
  }

  async #restart(): Promise<void> {
    const started = await this.#options.start();
    if (this.#ended) {
      if (started.ok) await started.value.stop();
      return;
    }
    if (!started.ok) {
      this.#options.log.error({ part: 'pbx' }, started.error.message);
      this.#restartLater();
      return;
    }
    this.#options.log.info({ part: 'pbx', pid: started.value.pid }, 'The PBX runs again.');
    this.#watch(started.value);
    for (const listener of this.#restarted) listener();
  }
}
