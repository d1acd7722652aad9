import {
  closeCode,
  serverFrameSchema,
  type ClientAlive,
  type ClientHello,
  type ServerFrame,
} from '../../../shared/protocol/stream.ts';
import { backoff } from '../../lib/backoff.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StreamListener, StreamState, StreamSubscription } from '../../ports/server-link.ts';
import type { OpenSocket, Socket } from './socket.ts';

export type EventStreamParts = {
  readonly url: string;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  /** 0 ≤ n < 1. */
  readonly random: () => number;
};

/** The server says something every two seconds; after so long without a word the connection is dead. */
const silenceMs = 8000;
/** A connection whose last word is older than this is not trusted when the page wakes up. */
const doubtfulMs = 3000;
/** Who hears the next word so late was away: asleep, frozen, or without a network. The server has counted it as such. */
const awayMs = 5000;

/** After a cut of less than a minute nobody is to wait for the pause to be over; after that it will take longer. */
const pauseLimitMs = (attempt: number): number => (attempt < 60 ? 1000 : 5000);

const alive: ClientAlive = { type: 'alive' };

/**
 * Follows the event stream: says where it left off, passes on what it has not seen, notices a dead connection by its
 * silence, and comes back with jittered pauses. It answers each heartbeat, here and not by a timer: browsers slow the
 * timers of hidden windows down, but not what comes in. A frame it cannot read makes it begin anew with a snapshot.
 */
export class EventStream implements StreamSubscription {
  readonly #parts: EventStreamParts;
  readonly #listener: StreamListener;
  #socket: Socket | null = null;
  /** The last sequence number seen; undefined: everything is wanted anew. */
  #after: number | undefined;
  /** When the server was last heard; null: never. */
  #heardAt: number | null = null;
  /** When the server last heard of this page: it goes by the answers to its heartbeats, whatever else was heard. */
  #aliveAt: number | null = null;
  /** Since when nothing was heard, of an absence that has not been told of yet. */
  #awayFrom: number | null = null;
  #triedAt = 0;
  #attempt = 0;
  #state: StreamState['state'] = 'connecting';
  #cancelTimer = (): void => undefined;

  constructor(parts: EventStreamParts, listener: StreamListener) {
    this.#parts = parts;
    this.#listener = listener;
    this.#connect();
  }

  readonly refresh = (): void => {
    this.#after = undefined;
    this.#connect();
  };

  readonly retry = (): void => {
    if (this.#state === 'waiting') this.#connect();
  };

  /** The page may have slept: what does not look alive is not waited for. */
  readonly wake = (): void => {
    const now = this.#parts.clock.now();
    const isOld = now - (this.#state === 'open' ? (this.#heardAt ?? 0) : this.#triedAt) > doubtfulMs;
    if (this.#state === 'waiting' || (isOld && this.#state !== 'signedOut')) this.#connect();
  };

  readonly close = (): void => {
    this.#cancelTimer();
    this.#socket?.close();
    this.#socket = null;
  };

  #connect(): void {
    this.close();
    this.#triedAt = this.#parts.clock.now();
    this.#become({ state: 'connecting', since: this.#triedAt });
    this.#expectAWord();
    this.#socket = this.#parts.openSocket(this.#parts.url, {
      opened: () => this.#sayHello(),
      received: (text) => this.#receive(text),
      closed: (code) => this.#closed(code),
    });
  }

  #sayHello(): void {
    const hello: ClientHello = { type: 'hello', ...(this.#after !== undefined && { after: this.#after }) };
    this.#socket?.send(JSON.stringify(hello));
  }

  #receive(text: string): void {
    const now = this.#parts.clock.now();
    const wasAway = now - (this.#aliveAt ?? now) > awayMs;
    if (wasAway) this.#awayFrom ??= this.#heardAt ?? now;
    // This is the first of all that has come in while the page slept: better to be told anew than to live through it.
    if (wasAway && this.#state === 'open') return this.#connect();
    this.#expectAWord();
    const frame = readFrame(text);
    if (frame === null) {
      this.#after = undefined;
      return this.#lose();
    }
    this.#heardAt = now;
    if (frame.type !== 'event') this.#aliveAt = now;
    if (frame.type === 'heartbeat') this.#socket?.send(JSON.stringify(alive));
    if (!this.#isNew(frame)) return;
    this.#listener.frame(frame);
    if (frame.type !== 'snapshot' && frame.type !== 'resumed') return;
    this.#become({ state: 'open', since: now });
    // A heartbeat may have come before this one: then it was the first word after the absence.
    if (this.#awayFrom !== null) this.#listener.away({ from: this.#awayFrom, to: now });
    this.#awayFrom = null;
  }

  /** Notes how far the stream has come; false for an event that was there already. */
  #isNew(frame: ServerFrame): boolean {
    if (frame.type === 'event') {
      if (this.#after !== undefined && frame.event.sequence <= this.#after) return false;
      this.#after = frame.event.sequence;
    } else if (frame.type !== 'heartbeat') {
      // What was missed up to the number of `resumed` is still to come.
      if (frame.type === 'snapshot') this.#after = frame.sequence;
      this.#attempt = 0;
    }
    return true;
  }

  #closed(code: number): void {
    if (code === closeCode.signedOut) {
      this.close();
      this.#become({ state: 'signedOut', since: this.#parts.clock.now() });
      return;
    }
    if (code === closeCode.badFrame) this.#after = undefined;
    this.#lose();
  }

  #lose(): void {
    this.close();
    const { clock, random } = this.#parts;
    const pauseMs = backoff(this.#attempt, random, pauseLimitMs(this.#attempt));
    this.#attempt += 1;
    this.#become({ state: 'waiting', since: clock.now(), retryAt: clock.now() + pauseMs });
    this.#cancelTimer = clock.after(pauseMs, () => this.#connect());
  }

  #expectAWord(): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#parts.clock.after(silenceMs, () => this.#lose());
  }

  #become(state: StreamState): void {
    this.#state = state.state;
    this.#listener.state(state);
  }
}

function readFrame(text: string): ServerFrame | null {
  try {
    return serverFrameSchema.parse(JSON.parse(text));
  } catch {
    // Not ours to mend: the caller begins anew with a snapshot.
    return null;
  }
}
