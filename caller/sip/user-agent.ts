import { createTimerScope, type TimerScope, type World } from '../world.ts';
import { sameAddress, type Address } from './addresses.ts';
import { startClientTransaction, type ClientHandlers, type ClientTransaction } from './client-transaction.ts';
import { essentialsOf, type Essentials } from './essentials.ts';
import type { SipRequest, SipResponse } from './message.ts';
import { parseMessage } from './parse-message.ts';
import type { SipTimers } from './retransmission.ts';
import { ServerTransaction } from './server-transaction.ts';
import type { SipTransport } from './transport.ts';
import { writeMessage } from './write-message.ts';

/** Whoever a Call-ID belongs to. ACKs come to it too, though nothing answers them. */
export type RequestReceiver = (transaction: ServerTransaction) => void;

export type UserAgentOptions = {
  readonly transport: SipTransport;
  readonly world: World;
  readonly timers: SipTimers;
  /** An INVITE that begins a new call. */
  readonly onInvite: RequestReceiver;
};

type Sent = { readonly transaction: ClientTransaction; readonly to: Address };

/** Sends requests and matches what comes in to its transaction and call (RFC 3261 §17, §18). */
export class UserAgent {
  readonly timers: SipTimers;
  readonly #options: UserAgentOptions;
  readonly #scope: TimerScope;
  readonly #sent = new Map<string, Sent>();
  readonly #received = new Map<string, ServerTransaction>();
  readonly #receivers = new Map<string, RequestReceiver>();
  #unreadable = 0;
  #closed = false;

  constructor(options: UserAgentOptions) {
    this.#options = options;
    this.timers = options.timers;
    this.#scope = createTimerScope(options.world.schedule);
    options.transport.onMessage((bytes, from) => this.#receive(bytes, from));
    options.transport.onFailure((to) => this.#failAll(to));
  }

  get local(): Address {
    return this.#options.transport.local;
  }

  /** Messages that were no SIP, or lacked what every SIP message has. */
  get unreadable(): number {
    return this.#unreadable;
  }

  schedule(delayMs: number, run: () => void): () => void {
    return this.#scope.schedule(delayMs, run);
  }

  /** Our Contact for a user. */
  contact(user: string): string {
    const { host, port } = this.local;
    return `<sip:${user}@${host}:${port}${this.#options.transport.kind === 'tcp' ? ';transport=tcp' : ''}>`;
  }

  /** Sends a request that has no Via yet; the transaction's request has it. */
  request(draft: SipRequest, to: Address, handlers: ClientHandlers): ClientTransaction {
    return this.requestAs(this.#withVia(draft), to, handlers);
  }

  /** Sends a request with the Via it has (CANCEL). */
  requestAs(request: SipRequest, to: Address, handlers: ClientHandlers): ClientTransaction {
    const { timers, transport } = this.#options;
    const key = transactionKey(request);
    const forget = () => this.#sent.delete(key);
    const transaction = startClientTransaction({
      request,
      onResponse: (response) => {
        if (response.status >= 200) this.#forgetLater(forget);
        handlers.onResponse(response);
      },
      onTimeout: (why) => {
        forget();
        handlers.onTimeout(why);
      },
      timers,
      schedule: this.#scope.schedule,
      reliable: transport.kind === 'tcp',
      send: (message) => this.#send(writeMessage(message), to),
    });
    this.#sent.set(key, { transaction, to });
    return transaction;
  }

  /** The ACK of a 200: a message of its own that nobody answers (RFC 3261 §13.2.2.4). */
  acknowledge(draft: SipRequest, to: Address): void {
    this.#send(writeMessage(this.#withVia(draft)), to);
  }

  /** Requests of this Call-ID go to the receiver, until released. */
  claim(callId: string, receiver: RequestReceiver): () => void {
    this.#receivers.set(callId, receiver);
    return () => this.#receivers.delete(callId);
  }

  /** Once closed it says nothing more. */
  close(): Promise<void> {
    this.#closed = true;
    this.#scope.cancelAll();
    return this.#options.transport.close();
  }

  #send(text: string, to: Address): void {
    if (!this.#closed) this.#options.transport.send(text, to);
  }

  #withVia(draft: SipRequest): SipRequest {
    const { transport, world } = this.#options;
    const { host, port } = transport.local;
    const via = `SIP/2.0/${transport.kind.toUpperCase()} ${host}:${port};branch=z9hG4bK${world.token()};rport`;
    return { ...draft, headers: [['Via', via], ...draft.headers] };
  }

  #receive(bytes: Buffer, from: Address): void {
    const parsed = parseMessage(bytes);
    if (!parsed.ok) {
      this.#unreadable += parsed.error === 'keepAlive' ? 0 : 1;
      return;
    }
    const essentials = essentialsOf(parsed.value);
    if (!essentials) this.#unreadable += 1;
    else if (parsed.value.kind === 'request') this.#receiveRequest(parsed.value, essentials, from);
    else this.#receiveResponse(parsed.value, essentials);
  }

  #receiveResponse(response: SipResponse, { branch, method }: Essentials): void {
    this.#sent.get(`${branch} ${method}`)?.transaction.receive(response);
  }

  #receiveRequest(request: SipRequest, essentials: Essentials, from: Address): void {
    const key = `${essentials.branch} ${essentials.callId} ${request.method === 'ACK' ? 'INVITE' : request.method}`;
    const known = this.#received.get(key);
    if (known) {
      if (request.method === 'ACK') known.acknowledge();
      else known.repeat();
      return;
    }
    const { transport, timers } = this.#options;
    const transaction = new ServerTransaction({
      request,
      essentials,
      from,
      timers,
      onFinal: () => this.#forgetLater(() => this.#received.delete(key)),
      schedule: this.#scope.schedule,
      reliable: transport.kind === 'tcp',
      send: (text) => this.#send(text, from),
    });
    if (request.method !== 'ACK') this.#received.set(key, transaction);
    this.#deliver(transaction);
  }

  #deliver(transaction: ServerTransaction): void {
    const { request, essentials } = transaction;
    const receiver = this.#receivers.get(essentials.callId);
    if (receiver) receiver(transaction);
    else if (request.method === 'INVITE' && essentials.toTag === undefined) this.#options.onInvite(transaction);
    else if (request.method === 'OPTIONS') transaction.respond({ status: 200, headers: [['Allow', allowedMethods]] });
    else if (request.method !== 'ACK') transaction.respond({ status: 481 });
  }

  /** A transaction is remembered past its final response, for repetitions of it (timers D, H, J, K). */
  #forgetLater(forget: () => void): void {
    this.#scope.schedule(this.timers.giveUp, forget);
  }

  #failAll(to: Address): void {
    for (const sent of this.#sent.values()) if (sameAddress(sent.to, to)) sent.transaction.undeliverable();
  }
}

export const allowedMethods = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE';

function transactionKey(request: SipRequest): string {
  const essentials = essentialsOf(request);
  return `${essentials?.branch} ${essentials?.method}`;
}
