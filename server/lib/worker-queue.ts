import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { WorkerEntry } from './worker-entry.ts';

export type WorkerFailure = 'unavailable' | 'timedOut';

export type WorkerQueueOptions<Answer> = {
  readonly entry: WorkerEntry;
  readonly clock: Pick<Clock, 'after'>;
  /** For one job, the start of the worker included. */
  readonly deadlineMs: number;
  /** Jobs that may wait; one more is refused. */
  readonly longestQueue: number;
  readonly isAnswer: (message: unknown) => message is Answer;
  /** Told why a worker was lost. */
  readonly onLost: (error: Error) => void;
  /** The worker starts with its first job only. */
  readonly lazy?: boolean;
};

type Waiting<Job, Answer> = {
  readonly job: Job;
  readonly settle: (outcome: Result<Answer, WorkerFailure>) => void;
};
type Current<Job, Answer> = Waiting<Job, Answer> & { readonly stopDeadline: () => void };

/** One worker thread that does one job after the other. One that hangs or dies is replaced; only its job is lost. */
export class WorkerQueue<Job, Answer> {
  readonly #options: WorkerQueueOptions<Answer>;
  readonly #waiting: Waiting<Job, Answer>[] = [];
  readonly #ending = new Set<Promise<unknown>>();
  #current: Current<Job, Answer> | undefined;
  #worker: Worker | undefined;
  #closed = false;

  /** The worker starts at once, so that the first job finds it ready, unless it is `lazy`. */
  constructor(options: WorkerQueueOptions<Answer>) {
    this.#options = options;
    if (options.lazy !== true) this.#worker = this.#start();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** `unavailable`: closed, the queue is full, or the worker died of the job. `timedOut`: the worker was stopped over it. */
  run(job: Job): Promise<Result<Answer, WorkerFailure>> {
    if (this.#closed || this.#waiting.length >= this.#options.longestQueue) return Promise.resolve(fail('unavailable'));
    return new Promise((settle) => {
      this.#waiting.push({ job, settle });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#settle(fail('unavailable'));
    for (const { settle } of this.#waiting.splice(0)) settle(fail('unavailable'));
    this.#stopWorker();
    await Promise.all(this.#ending);
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    const waiting = this.#waiting.shift();
    if (!waiting) return;
    const stopDeadline = this.#options.clock.after(this.#options.deadlineMs, () => this.#onDeadline());
    this.#current = { ...waiting, stopDeadline };
    this.#worker ??= this.#start();
    this.#worker.postMessage(waiting.job, []);
  }

  #settle(outcome: Result<Answer, WorkerFailure>): void {
    const current = this.#current;
    this.#current = undefined;
    current?.stopDeadline();
    current?.settle(outcome);
    this.#next();
  }

  #onDeadline(): void {
    this.#options.onLost(new Error(`no answer within ${this.#options.deadlineMs} ms`));
    this.#stopWorker();
    this.#settle(fail('timedOut'));
  }

  #start(): Worker {
    const { file, argv } = this.#options.entry;
    const worker = new Worker(file, { argv: [...argv], execArgv: [] });
    worker.on('message', (message: unknown) => {
      if (worker === this.#worker && this.#options.isAnswer(message)) this.#settle(ok(message));
    });
    worker.on('error', (error) => this.#options.onLost(error));
    worker.on('exit', () => {
      if (worker !== this.#worker) return;
      this.#worker = undefined;
      this.#settle(fail('unavailable'));
    });
    return worker;
  }

  #stopWorker(): void {
    const worker = this.#worker;
    if (!worker) return;
    this.#worker = undefined;
    const ending = worker.terminate().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}
