import type { StreamEvent } from '../../../shared/protocol/stream.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Stored } from '../../ports/stores.ts';
import { createFanOut } from '../fan-out.ts';
import type { EventPage } from './read-events.ts';

/** How long a missing predecessor may take to come by itself before it is fetched. */
const gapMs = 25;
const retryMs = 1_000;
const pageSize = 500;
const mostWaiting = 2_000;

type Options = {
  readonly read: (after: number, limit: number) => Stored<EventPage>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Puts what comes from everywhere into the one order and tells it, each event once: what this server appended, what others
 * notified, and what has to be fetched because neither came. Numbers have no gaps, so the next one is known.
 */
export class EventFeed {
  readonly #options: Options;
  readonly #fanOut;
  readonly #waiting = new Map<number, StreamEvent>();
  #told = 0;
  #fetching = false;
  #again = false;
  #cancelTimer: (() => void) | undefined;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
    this.#fanOut = createFanOut<StreamEvent>((error) =>
      options.log.error({ err: error }, 'A listener to events failed'),
    );
  }

  subscribe(listener: (event: StreamEvent) => void): () => void {
    return this.#fanOut.subscribe(listener);
  }

  /** Goes on after this number. */
  startAfter(sequence: number): void {
    this.#told = sequence;
    this.#waiting.clear();
  }

  /** There is an event with this number. */
  hint(sequence: number): void {
    if (sequence > this.#told) this.#fetch();
  }

  /** An event from wherever: told now if it is the next one. */
  offer(event: StreamEvent): void {
    if (this.#closed || event.sequence <= this.#told) return;
    if (this.#waiting.size < mostWaiting) this.#waiting.set(event.sequence, event);
    this.#drain();
    if (this.#waiting.size > 0) this.#fetchWithin(gapMs);
  }

  /** Compares with the newest number in the database: fetches what was missed. */
  async check(readHead: () => Promise<number>): Promise<void> {
    const told = this.#told; // before asking, since this server may append while the answer is on its way
    const head = await readHead();
    if (head > this.#told) this.#fetch();
    if (head >= told) return;
    this.#options.log.error(
      { head, told },
      'The database has lost events that it once had; going on from what is there',
    );
    this.startAfter(head);
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer?.();
    this.#waiting.clear();
  }

  #drain(): void {
    for (let next = this.#waiting.get(this.#told + 1); next; next = this.#waiting.get(this.#told + 1)) this.#tell(next);
  }

  #tell(event: StreamEvent): void {
    this.#told = event.sequence;
    this.#waiting.delete(event.sequence);
    this.#fanOut.tell(event);
  }

  #fetchWithin(ms: number): void {
    this.#cancelTimer ??= this.#options.clock.after(ms, () => {
      this.#cancelTimer = undefined;
      if (this.#waiting.size > 0 || this.#again) this.#fetch();
    });
  }

  #fetch(): void {
    this.#again = true;
    if (!this.#fetching) void this.#fetchAll();
  }

  async #fetchAll(): Promise<void> {
    this.#fetching = true;
    while (this.#again && !this.#closed) {
      this.#again = false;
      const page = await this.#options.read(this.#told, pageSize);
      if (page.ok) this.#take(page.value);
      else {
        this.#again = true;
        this.#fetchWithin(retryMs);
        break;
      }
    }
    this.#fetching = false;
  }

  /** A page is complete: a number that is not in it will never come. */
  #take({ events, last, full }: EventPage): void {
    if (this.#closed) return;
    this.#again ||= full;
    for (const event of events) if (event.sequence > this.#told) this.#tell(event);
    this.#told = Math.max(this.#told, last);
    for (const sequence of this.#waiting.keys()) if (sequence <= this.#told) this.#waiting.delete(sequence);
    this.#drain();
  }
}
