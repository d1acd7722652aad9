import { fail, ok, type Result } from '../../shared/result.ts';
import { Dialog } from '../sip/dialog.ts';
import type { SipHeader } from '../sip/message.ts';
import type { ServerTransaction } from '../sip/server-transaction.ts';
import type { CallCore } from './call-core.ts';

export type AnswerFailure = 'notAlerting' | 'noCommonCodec';

/** A call that came to us, until it is answered, refused or given up by the caller (RFC 3261 §13.3). */
export class IncomingCall {
  readonly #core: CallCore;
  readonly #invite: ServerTransaction;
  readonly #toTag: string;
  readonly #contact: string;

  constructor(core: CallCore, invite: ServerTransaction, ours: { readonly toTag: string; readonly contact: string }) {
    this.#core = core;
    this.#invite = invite;
    this.#toTag = ours.toTag;
    this.#contact = ours.contact;
    core.record.add({ type: 'invited' });
  }

  /** Says that it rings (180), or anything else provisional. */
  ring(status = 180): void {
    if (this.#alerting) this.#respond(status, []);
  }

  /** 200 with our answer, or with our offer when the INVITE had none; the answer then comes with the ACK. */
  answer(): Result<void, AnswerFailure> {
    if (!this.#alerting) return fail('notAlerting');
    const { request, from } = this.#invite;
    const offered = request.body !== '';
    if (offered && !this.#core.hearSdp(request.body).ok) {
      this.reject(488, []);
      return fail('noCommonCodec');
    }
    this.#invite.onUnacknowledged = () => this.#core.end({ why: 'timedOut', by: 'nobody' });
    const sdp = this.#core.ourSdp({ answering: offered });
    this.#respond(200, sdp.headers, sdp.body);
    this.#core.connect(Dialog.ofInvite(request, { toTag: this.#toTag, contact: this.#contact }, from));
    return ok();
  }

  reject(status: number, headers: readonly SipHeader[]): Result<void, AnswerFailure> {
    if (!this.#alerting) return fail('notAlerting');
    this.#respond(status, headers);
    this.#core.end({ why: 'rejected', by: 'us', status });
    return ok();
  }

  /** A CANCEL: answered with 200, and the INVITE with 487 unless its final answer is out already. */
  hearCancel(cancel: ServerTransaction): void {
    cancel.respond({ status: 200, toTag: this.#toTag });
    if (!this.#alerting) return;
    this.#respond(487, []);
    this.#core.end({ why: 'cancelled', by: 'them' }, cancel.request);
  }

  /** The ACK of our 200, with the answer to a late offer. */
  hearAck({ request }: ServerTransaction): void {
    this.#invite.acknowledge();
    if (this.#invite.request.body === '' && request.body !== '') this.#core.hearSdp(request.body);
  }

  /** No more repetitions of the answer. */
  stop(): void {
    if (this.#invite.answered && this.#core.dialog) this.#invite.acknowledge();
  }

  get #alerting(): boolean {
    return this.#core.record.state === 'alerting';
  }

  #respond(status: number, headers: readonly SipHeader[], body = ''): void {
    this.#invite.respond({ status, toTag: this.#toTag, headers: [['Contact', this.#contact], ...headers], body });
  }
}
