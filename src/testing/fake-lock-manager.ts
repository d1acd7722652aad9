type Hold = (lock: Lock | null) => Promise<void> | undefined;
type Request = {
  readonly name: string;
  readonly hold: Hold;
  readonly done: () => void;
  readonly signal: AbortSignal | undefined;
};

/** As much of the Web Locks API as one origin's windows need: one holder at a time, the others in a queue. */
export class FakeLockManager {
  readonly #held = new Set<string>();
  readonly #queue: Request[] = [];

  request(name: string, options: LockOptions, hold: Hold): Promise<void> {
    if (options.ifAvailable === true && this.#held.has(name)) return Promise.resolve(hold(null));
    return new Promise((resolve, reject) => {
      const { signal } = options;
      this.#queue.push({ name, hold, done: resolve, signal });
      signal?.addEventListener('abort', () => reject(new DOMException('let go', 'AbortError')));
      this.#grant();
    });
  }

  #grant(): void {
    const next = this.#queue.find(({ name, signal }) => !this.#held.has(name) && signal?.aborted !== true);
    if (next === undefined) return;
    this.#queue.splice(this.#queue.indexOf(next), 1);
    this.#held.add(next.name);
    void this.#holdFor(next);
  }

  async #holdFor({ name, hold, done }: Request): Promise<void> {
    await hold({ name, mode: 'exclusive' });
    this.#held.delete(name);
    done();
    this.#grant();
  }
}
