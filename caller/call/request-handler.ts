import { headerOf } from '../sip/message.ts';
import type { ServerTransaction } from '../sip/server-transaction.ts';
import { allowedMethods } from '../sip/user-agent.ts';
import type { CallCore } from './call-core.ts';
import type { IncomingCall } from './incoming-call.ts';

/** Answers what the other side asks inside a call. */
export class RequestHandler {
  readonly #core: CallCore;
  readonly #incoming: IncomingCall | undefined;
  #reinvite: ServerTransaction | undefined;

  constructor(core: CallCore, incoming: IncomingCall | undefined) {
    this.#core = core;
    this.#incoming = incoming;
  }

  hear(transaction: ServerTransaction): void {
    const { request } = transaction;
    if (request.method !== 'ACK') this.#core.record.add({ type: 'requestReceived', request });
    switch (request.method) {
      case 'ACK':
        return this.#hearAck(transaction);
      case 'CANCEL':
        return this.#incoming ? this.#incoming.hearCancel(transaction) : transaction.respond({ status: 481 });
      case 'BYE':
        transaction.respond({ status: 200 });
        return this.#core.end({ why: 'hungUp', by: 'them' }, request);
      case 'INVITE':
      case 'UPDATE':
        return this.#hearOffer(transaction);
      case 'INFO':
        this.#hearInfo(transaction);
        return transaction.respond({ status: 200 });
      case 'OPTIONS':
        return transaction.respond({ status: 200, headers: [['Allow', allowedMethods]] });
      case 'NOTIFY':
      case 'MESSAGE':
        return transaction.respond({ status: 200 });
      case 'REFER':
        return transaction.respond({ status: 603 });
      default:
        return transaction.respond({ status: 501 });
    }
  }

  /** No more repetitions of what we answered. */
  stop(): void {
    this.#incoming?.stop();
    this.#reinvite?.acknowledge();
  }

  #hearAck(transaction: ServerTransaction): void {
    const reinvite = this.#reinvite;
    if (!reinvite) {
      this.#incoming?.hearAck(transaction);
      return;
    }
    reinvite.acknowledge();
    if (reinvite.request.body === '' && transaction.request.body !== '') this.#core.hearSdp(transaction.request.body);
  }

  /** A re-INVITE or UPDATE: a new description (hold, resume, another address), or an INVITE that asks for ours. */
  #hearOffer(transaction: ServerTransaction): void {
    const { request } = transaction;
    const { dialog } = this.#core;
    if (!dialog) return transaction.respond({ status: 491 });
    const offered = request.body !== '';
    if (offered && !this.#core.hearSdp(request.body).ok) return transaction.respond({ status: 488 });
    dialog.refreshTarget(request);
    if (request.method === 'INVITE') this.#reinvite = transaction;
    const silent = request.method === 'UPDATE' && !offered;
    const sdp = silent ? { headers: [], body: '' } : this.#core.ourSdp({ answering: offered });
    transaction.onUnacknowledged = () => this.#core.end({ why: 'timedOut', by: 'nobody' });
    transaction.respond({ status: 200, headers: [['Contact', dialog.contact], ...sdp.headers], body: sdp.body });
  }

  /** Keys by INFO: `Signal=5` with a duration (dtmf-relay), or the bare key (dtmf). */
  #hearInfo({ request }: ServerTransaction): void {
    if (!/^application\/dtmf/i.test(headerOf(request, 'Content-Type') ?? '')) return;
    const digit = (/Signal\s*=\s*([0-9*#A-D])/i.exec(request.body) ?? /^\s*([0-9*#A-D])\s*$/i.exec(request.body))?.[1];
    const durationMs = Number(/Duration\s*=\s*(\d+)/i.exec(request.body)?.[1] ?? 0);
    if (digit !== undefined)
      this.#core.record.add({ type: 'digitHeard', digit: digit.toUpperCase(), durationMs, by: 'info' });
  }
}
