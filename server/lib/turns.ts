import { fail, ok, type Result } from '../../shared/result.ts';

/** So many jobs at a time, and so many more that wait for their turn. */
export class Turns {
  readonly #atOnce: number;
  readonly #longestQueue: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #closed = false;

  constructor({ atOnce, longestQueue }: { readonly atOnce: number; readonly longestQueue: number }) {
    this.#atOnce = atOnce;
    this.#longestQueue = longestQueue;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** `noTurn`: closed, or too many wait already. */
  async run<Value>(job: () => Promise<Value>): Promise<Result<Value, 'noTurn'>> {
    if (!(await this.#turn())) return fail('noTurn');
    try {
      return ok(await job());
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** Whoever waits gets no turn; what runs is not touched. */
  close(): void {
    this.#closed = true;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  async #turn(): Promise<boolean> {
    if (this.#closed) return false;
    if (this.#running < this.#atOnce) {
      this.#running += 1;
      return true;
    }
    if (this.#waiting.length >= this.#longestQueue) return false;
    // Whoever is done hands its place over.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return !this.#closed;
  }
}
