import type { Schedule } from '../world.ts';
import { headerLines, headerOf, type SipHeader, type SipRequest, type SipResponse } from './message.ts';
import { sendUntilStopped, type SipTimers } from './retransmission.ts';

export type TransactionFailure = 'timedOut' | 'unreachable';

export type ClientHandlers = {
  /** Every response; of an INVITE also each repetition of its 200, which the caller must acknowledge again. */
  readonly onResponse: (response: SipResponse) => void;
  /** Timer B or F ran out, or the message could not be delivered. */
  readonly onTimeout: (why: TransactionFailure) => void;
};

export type ClientTransactionOptions = ClientHandlers & {
  readonly request: SipRequest;
  readonly send: (request: SipRequest) => void;
  readonly schedule: Schedule;
  readonly timers: SipTimers;
  readonly reliable: boolean;
};

/** One request and what comes back for it (RFC 3261 §17.1). */
export type ClientTransaction = {
  readonly request: SipRequest;
  readonly receive: (response: SipResponse) => void;
  /** Its address takes nothing: no use waiting for the timeout. */
  readonly undeliverable: () => void;
};

/** Repeats the request until it is answered; acknowledges a refused INVITE, each time the refusal comes. */
export function startClientTransaction(options: ClientTransactionOptions): ClientTransaction {
  const { request, send, onResponse, onTimeout } = options;
  const invites = request.method === 'INVITE';
  let finished = false;
  const fail = (why: TransactionFailure) => {
    if (finished) return;
    finished = true;
    stop();
    onTimeout(why);
  };
  const receive = (response: SipResponse) => {
    const final = response.status >= 200;
    if (final || invites) stop();
    if (invites && response.status >= 300) send(requestInTransaction('ACK', request, response));
    if (finished && !(invites && response.status < 300)) return;
    finished ||= final;
    onResponse(response);
  };
  const longest = invites ? {} : { longest: options.timers.t2 };
  const stop = sendUntilStopped({
    ...options,
    ...longest,
    send: () => send(request),
    onGiveUp: () => fail('timedOut'),
  });
  return { request, receive, undeliverable: () => fail('unreachable') };
}

/** The ACK of a refused INVITE, or its CANCEL: both go in the INVITE's own transaction (RFC 3261 §17.1.1.3, §9.1). */
export function requestInTransaction(method: 'ACK' | 'CANCEL', invite: SipRequest, refusal?: SipResponse): SipRequest {
  const sequence = Number.parseInt(headerOf(invite, 'CSeq') ?? '', 10);
  const [via = ''] = headerLines(invite, 'Via');
  const copied = ['From', 'Call-ID', 'Route'].flatMap((name) =>
    headerLines(invite, name).map((value): SipHeader => [name, value]),
  );
  const headers: readonly SipHeader[] = [
    ['Via', via],
    ['Max-Forwards', '70'],
    ...copied,
    ['To', headerOf(refusal ?? invite, 'To') ?? ''],
    ['CSeq', `${sequence} ${method}`],
  ];
  return { kind: 'request', method, uri: invite.uri, headers, body: '' };
}
