import { isIPv4 } from 'node:net';
import { addressOfUri, parseNameAddress, type Address } from './addresses.ts';
import {
  headerOf,
  headerValues,
  type SipHeader,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from './message.ts';

export type RequestContent = { readonly headers?: readonly SipHeader[]; readonly body?: string };

type DialogParts = {
  readonly callId: string;
  /** From and To as we write them; the remote one with its tag, once known. */
  readonly local: string;
  readonly remote: string;
  readonly contact: string;
  readonly remoteTarget: string;
  readonly routes: readonly string[];
  readonly sequence: number;
  /** Where the other side's messages come from: the way back when its names mean nothing to us. */
  readonly peer: Address;
};

/** What two ends share for the life of a call (RFC 3261 §12): builds our requests inside it, without their Via. */
export class Dialog {
  readonly #parts: DialogParts;
  #remoteTarget: string;
  #sequence: number;

  private constructor(parts: DialogParts) {
    this.#parts = parts;
    this.#remoteTarget = parts.remoteTarget;
    this.#sequence = parts.sequence;
  }

  /** As the one who called: from our INVITE and its 200 (§12.1.2). */
  static ofResponse(invite: SipRequest, response: SipResponse, peer: Address): Dialog {
    return new Dialog({
      callId: headerOf(invite, 'Call-ID') ?? '',
      local: headerOf(invite, 'From') ?? '',
      remote: headerOf(response, 'To') ?? '',
      contact: headerOf(invite, 'Contact') ?? '',
      remoteTarget: targetOf(response) ?? invite.uri,
      routes: headerValues(response, 'Record-Route').toReversed(),
      sequence: Number.parseInt(headerOf(invite, 'CSeq') ?? '', 10),
      peer,
    });
  }

  /** As the one who was called: from their INVITE (§12.1.1). */
  static ofInvite(
    invite: SipRequest,
    ours: { readonly toTag: string; readonly contact: string },
    peer: Address,
  ): Dialog {
    return new Dialog({
      callId: headerOf(invite, 'Call-ID') ?? '',
      local: `${headerOf(invite, 'To') ?? ''};tag=${ours.toTag}`,
      remote: headerOf(invite, 'From') ?? '',
      contact: ours.contact,
      remoteTarget: targetOf(invite) ?? '',
      routes: headerValues(invite, 'Record-Route'),
      sequence: 0,
      peer,
    });
  }

  get contact(): string {
    return this.#parts.contact;
  }

  /** A re-INVITE or UPDATE may name a new target (§12.2.2). */
  refreshTarget(message: SipMessage): void {
    this.#remoteTarget = targetOf(message) ?? this.#remoteTarget;
  }

  /** The next request: a new sequence number, the dialog's routes (§12.2.1.1). */
  request(method: string, content: RequestContent = {}): SipRequest {
    this.#sequence += 1;
    return this.#build(method, this.#sequence, content);
  }

  /** The ACK of a 200, with the number of the INVITE it acknowledges. */
  acknowledgement(invite: SipRequest, content: RequestContent = {}): SipRequest {
    return this.#build('ACK', Number.parseInt(headerOf(invite, 'CSeq') ?? '', 10), content);
  }

  /** Where requests go: the first route, the remote target, or where its messages come from when that is only a name. */
  get nextHop(): Address {
    const [route] = this.#parts.routes;
    const uri = route === undefined ? this.#remoteTarget : (parseNameAddress(route)?.uri ?? '');
    const address = addressOfUri(uri);
    return address && isIPv4(address.host) ? address : this.#parts.peer;
  }

  #build(method: string, sequence: number, { headers = [], body = '' }: RequestContent): SipRequest {
    const { local, remote, callId, routes, contact } = this.#parts;
    const own: readonly SipHeader[] = [
      ['Max-Forwards', '70'],
      ['From', local],
      ['To', remote],
      ['Call-ID', callId],
      ['CSeq', `${sequence} ${method}`],
      ['Contact', contact],
      ...routes.map((route): SipHeader => ['Route', route]),
    ];
    return { kind: 'request', method, uri: this.#remoteTarget, headers: [...own, ...headers], body };
  }
}

function targetOf(message: SipMessage): string | undefined {
  const [contact = ''] = headerValues(message, 'Contact');
  return parseNameAddress(contact)?.uri;
}
