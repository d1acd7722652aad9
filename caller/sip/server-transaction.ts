import type { Schedule } from '../world.ts';
import type { Address } from './addresses.ts';
import type { Essentials } from './essentials.ts';
import type { SipRequest } from './message.ts';
import { responseTo, type Reply } from './respond.ts';
import { sendUntilStopped, type SipTimers } from './retransmission.ts';
import { writeMessage } from './write-message.ts';

export type ServerTransactionOptions = {
  readonly request: SipRequest;
  readonly essentials: Essentials;
  readonly from: Address;
  readonly send: (text: string) => void;
  readonly schedule: Schedule;
  readonly timers: SipTimers;
  readonly reliable: boolean;
  /** Runs when the final response goes out, before it does. */
  readonly onFinal: () => void;
};

/** One request that came in, and our answers to it (RFC 3261 §17.2). */
export class ServerTransaction {
  readonly request: SipRequest;
  readonly essentials: Essentials;
  /** Where it came from, and where the responses go. */
  readonly from: Address;
  /** Runs when an INVITE's final response is never acknowledged. */
  onUnacknowledged: () => void = () => {};
  readonly #options: ServerTransactionOptions;
  #last: string | undefined;
  #final = false;
  #stop: () => void = () => {};

  constructor(options: ServerTransactionOptions) {
    this.#options = options;
    this.request = options.request;
    this.essentials = options.essentials;
    this.from = options.from;
  }

  get answered(): boolean {
    return this.#final;
  }

  /** Sends a response; the final one of an INVITE again and again until it is acknowledged (200: §13.3.1.4; refusal: timer G). */
  respond(reply: Reply): void {
    if (this.#final) return;
    const text = writeMessage(responseTo(this.request, reply));
    this.#last = text;
    this.#final = reply.status >= 200;
    if (this.#final) this.#options.onFinal();
    if (!this.#final || this.request.method !== 'INVITE') {
      this.#options.send(text);
      return;
    }
    this.#stop = sendUntilStopped({
      ...this.#options,
      // Even over TCP a 200 is repeated end to end (§13.3.1.4).
      reliable: this.#options.reliable && reply.status >= 300,
      longest: this.#options.timers.t2,
      send: () => this.#options.send(text),
      onGiveUp: () => this.onUnacknowledged(),
    });
  }

  /** The request came once more: so does the last response. */
  repeat(): void {
    if (this.#last !== undefined) this.#options.send(this.#last);
  }

  acknowledge(): void {
    this.#stop();
  }
}
