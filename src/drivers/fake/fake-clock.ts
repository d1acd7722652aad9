import type { Clock } from '../../ports/clock.ts';

type Task = { readonly at: number; readonly run: () => void };

/** Time that passes when it is told to. */
export class FakeClock implements Clock {
  #now: number;
  #tasks: readonly Task[] = [];

  constructor(now = Date.UTC(2026, 10, 20, 9, 0, 0)) {
    this.#now = now;
  }

  readonly now = (): number => this.#now;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const task = { at: this.#now + ms, run };
    this.#tasks = [...this.#tasks, task];
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  };

  /** Lets so many milliseconds pass, running each task at its time, also those that come up meanwhile. */
  readonly advance = (ms: number): void => {
    const until = this.#now + ms;
    for (let task = this.#next(until); task !== undefined; task = this.#next(until)) {
      const due = task;
      this.#tasks = this.#tasks.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = until;
  };

  /** Time goes by while nothing runs, as in a computer that sleeps: what was due meanwhile runs with the next `advance`. */
  readonly skip = (ms: number): void => {
    this.#now += ms;
  };

  #next(until: number): Task | undefined {
    return this.#tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}
