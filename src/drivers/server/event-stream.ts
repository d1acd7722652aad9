import { closeCode, serverFrameSchema, type ClientHello, type ServerFrame } from '../../../shared/protocol/stream.ts';
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

/** The server says something every few seconds; after so long without a word the connection is dead. */
const silenceMs = 8000;

/**
 * Follows the event stream: says where it left off, passes on what it has not seen, notices a dead connection by its
 * silence, and comes back with jittered pauses. A frame it cannot read makes it begin anew with a snapshot.
 */
export class EventStream implements StreamSubscription {
  readonly #parts: EventStreamParts;
  readonly #listener: StreamListener;
  #socket: Socket | null = null;
  /** The last sequence number seen; undefined: everything is wanted anew. */
  #after: number | undefined;
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

  readonly close = (): void => {
    this.#cancelTimer();
    this.#socket?.close();
    this.#socket = null;
  };

  #connect(): void {
    this.close();
    this.#become({ state: 'connecting', since: this.#parts.clock.now() });
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
    this.#expectAWord();
    const frame = readFrame(text);
    if (frame === null) {
      this.#after = undefined;
      this.#lose();
    } else if (this.#isNew(frame)) {
      this.#listener.frame(frame);
      const isWhole = frame.type === 'snapshot' || frame.type === 'resumed';
      if (isWhole) this.#become({ state: 'open', since: this.#parts.clock.now() });
    }
  }

  /** Notes how far the stream has come; false for an event that was there already. */
  #isNew(frame: ServerFrame): boolean {
    if (frame.type === 'event') {
      if (this.#after !== undefined && frame.event.sequence <= this.#after) return false;
      this.#after = frame.event.sequence;
    } else if (frame.type !== 'heartbeat') {
      this.#after = frame.sequence;
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
    const pauseMs = backoff(this.#attempt, random);
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
