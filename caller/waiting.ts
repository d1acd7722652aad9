import { CallerError } from './caller-error.ts';
import type { RtpClock } from './media/rtp-clock.ts';
import type { Schedule } from './world.ts';

export type Wish<Value> = {
  /** What is waited for, for the error: "status 486". */
  readonly what: string;
  readonly deadlineMs: number;
  /** The value once there is one; undefined as long as not. */
  readonly met: () => Value | undefined;
  /** A sentence once the wish can no longer come true. */
  readonly hopeless?: () => string | undefined;
  /** How things stand, for the error. */
  readonly describe: () => string;
};

/** Waits for conditions: looks at them on every change told to it and, for what changes with time alone, every 20 ms. */
export class Waiting {
  readonly #clock: RtpClock;
  readonly #schedule: Schedule;
  readonly #checks = new Set<() => void>();
  #closed = false;

  constructor(clock: RtpClock, schedule: Schedule) {
    this.#clock = clock;
    this.#schedule = schedule;
  }

  /** Something changed: look again. */
  check(): void {
    for (const check of this.#checks) check();
  }

  /** Rejects with a CallerError at the deadline, or as soon as it is hopeless. A condition that throws rejects with what it threw. */
  async for<Value>({ what, deadlineMs, met, hopeless = () => undefined, describe }: Wish<Value>): Promise<Value> {
    let stop: (() => void) | undefined;
    const late = () => new CallerError('deadlinePassed', `no ${what} within ${deadlineMs} ms: ${describe()}`);
    const promise = new Promise<Value>((resolve, reject) => {
      const check = () => {
        const value = met();
        if (value !== undefined) return resolve(value);
        const sentence = this.#closed ? 'closed' : hopeless();
        if (sentence !== undefined)
          reject(new CallerError(this.#closed ? 'closed' : 'callEnded', `no ${what}: ${sentence}`));
      };
      const guarded = () => {
        try {
          check();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      stop = this.#watch(guarded, deadlineMs, () => reject(late()));
      guarded();
    });
    return promise.finally(() => stop?.());
  }

  /** Ends all waiting, now and from now on. */
  close(): void {
    this.#closed = true;
    this.check();
  }

  #watch(check: () => void, deadlineMs: number, onDeadline: () => void): () => void {
    this.#checks.add(check);
    const stopClock = this.#clock.subscribe(check);
    const stopDeadline = this.#schedule(deadlineMs, onDeadline);
    return () => {
      this.#checks.delete(check);
      stopClock();
      stopDeadline();
    };
  }
}
