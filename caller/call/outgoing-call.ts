import type { Address } from '../sip/addresses.ts';
import { requestInTransaction, type ClientTransaction } from '../sip/client-transaction.ts';
import { Dialog } from '../sip/dialog.ts';
import { answerChallenge, type Credentials } from '../sip/digest.ts';
import { headerOf, type SipHeader, type SipRequest, type SipResponse } from '../sip/message.ts';
import type { CallCore } from './call-core.ts';
import { sendBye } from './in-dialog.ts';

export type OutgoingOptions = {
  readonly server: Address;
  /** Request-URI and To. */
  readonly uri: string;
  /** From with its tag, Contact, Call-ID and whatever else the caller wants to say. */
  readonly headers: readonly SipHeader[];
  readonly credentials: Credentials | undefined;
  readonly clientNonce: string;
};

/** A call we place, until it is answered or refused (RFC 3261 §13.2, §9.1). */
export class OutgoingCall {
  readonly #core: CallCore;
  readonly #options: OutgoingOptions;
  #sequence = 1;
  #transaction: ClientTransaction | undefined;
  #authorized = false;
  #provisional = false;
  #cancelSent = false;
  #earlySdp = '';
  #abandoned: readonly SipHeader[] | undefined;
  #acknowledgement: SipRequest | undefined;

  constructor(core: CallCore, options: OutgoingOptions) {
    this.#core = core;
    this.#options = options;
  }

  start(): void {
    this.#core.record.add({ type: 'invited' });
    this.#invite([]);
  }

  /** Gives up: CANCEL, which may only follow a first provisional response; when the answer is faster, ACK and BYE. */
  abandon(headers: readonly SipHeader[]): void {
    if (this.#abandoned) return;
    this.#abandoned = headers;
    if (this.#provisional) this.#cancel();
  }

  #invite(authorization: readonly SipHeader[]): void {
    const { uri, headers, server } = this.#options;
    const sdp = this.#core.ourSdp();
    const own: readonly SipHeader[] = [
      ['Max-Forwards', '70'],
      ['To', `<${uri}>`],
      ['CSeq', `${this.#sequence} INVITE`],
    ];
    const draft: SipRequest = {
      kind: 'request',
      method: 'INVITE',
      uri,
      headers: [...own, ...headers, ...authorization, ...sdp.headers],
      body: sdp.body,
    };
    this.#transaction = this.#core.agent.request(draft, server, {
      onResponse: (response) => this.#hear(response),
      onTimeout: (why) => this.#core.end({ why, by: 'nobody' }),
    });
  }

  #cancel(): void {
    const invite = this.#transaction?.request;
    if (!invite || this.#cancelSent) return;
    this.#cancelSent = true;
    const cancel = requestInTransaction('CANCEL', invite);
    const request = { ...cancel, headers: [...cancel.headers, ...(this.#abandoned ?? [])] };
    const timedOut = () => this.#core.end({ why: 'timedOut', by: 'us' });
    this.#core.agent.requestAs(request, this.#options.server, { onResponse: () => {}, onTimeout: timedOut });
    // A peer that answers the CANCEL and then forgets the INVITE would leave us calling for ever (§9.1).
    this.#core.agent.schedule(this.#core.agent.timers.giveUp, timedOut);
  }

  #hear(response: SipResponse): void {
    const repeated = response.status < 300 && this.#acknowledgement !== undefined;
    if (repeated) this.#acknowledgeAgain();
    else this.#core.record.add({ type: 'status', status: response.status });
    if (repeated || !this.#core.live) return;
    if (response.status < 200) this.#hearProgress(response);
    else if (response.status < 300) this.#hearAnswer(response);
    else this.#hearRefusal(response);
  }

  #hearProgress(response: SipResponse): void {
    this.#provisional = true;
    if (response.body !== '') this.#earlySdp = response.body;
    if (response.body !== '') this.#core.hearSdp(response.body, { early: true });
    if (this.#abandoned) this.#cancel();
  }

  #hearAnswer(response: SipResponse): void {
    const invite = this.#transaction?.request;
    if (!invite) return;
    const dialog = Dialog.ofResponse(invite, response, this.#options.server);
    this.#acknowledgement = dialog.acknowledgement(invite);
    this.#core.agent.acknowledge(this.#acknowledgement, dialog.nextHop);
    const heard = this.#core.hearSdp(response.body === '' ? this.#earlySdp : response.body);
    this.#core.connect(dialog);
    if (this.#abandoned) sendBye(this.#core, 'cancelled', this.#abandoned);
    else if (!heard.ok) sendBye(this.#core, 'noCommonCodec', []);
  }

  #acknowledgeAgain(): void {
    const { dialog, agent } = this.#core;
    if (dialog && this.#acknowledgement) agent.acknowledge(this.#acknowledgement, dialog.nextHop);
  }

  #hearRefusal(response: SipResponse): void {
    const { status } = response;
    const authorization = status === 401 || status === 407 ? this.#authorize(response) : undefined;
    if (authorization && !this.#abandoned) {
      this.#authorized = true;
      this.#provisional = false;
      this.#sequence += 1;
      this.#invite([authorization]);
    } else if (this.#abandoned) this.#core.end({ why: 'cancelled', by: 'us', status }, response);
    else this.#core.end({ why: 'rejected', by: 'them', status }, response);
  }

  #authorize(response: SipResponse): SipHeader | undefined {
    const { credentials, uri, clientNonce } = this.#options;
    const proxy = response.status === 407;
    const challenge = headerOf(response, proxy ? 'Proxy-Authenticate' : 'WWW-Authenticate');
    if (!credentials || this.#authorized || challenge === undefined) return undefined;
    const answer = answerChallenge({ challenge, credentials, method: 'INVITE', uri, clientNonce });
    return answer === undefined ? undefined : [proxy ? 'Proxy-Authorization' : 'Authorization', answer];
  }
}
