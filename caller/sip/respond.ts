import { headerLines, type SipHeader, type SipRequest, type SipResponse } from './message.ts';

const phrases: ReadonlyMap<number, string> = new Map([
  [100, 'Trying'],
  [180, 'Ringing'],
  [183, 'Session Progress'],
  [200, 'OK'],
  [400, 'Bad Request'],
  [404, 'Not Found'],
  [408, 'Request Timeout'],
  [480, 'Temporarily Unavailable'],
  [481, 'Call/Transaction Does Not Exist'],
  [486, 'Busy Here'],
  [487, 'Request Terminated'],
  [488, 'Not Acceptable Here'],
  [491, 'Request Pending'],
  [500, 'Server Internal Error'],
  [501, 'Not Implemented'],
  [503, 'Service Unavailable'],
  [600, 'Busy Everywhere'],
  [603, 'Decline'],
]);

export type Reply = {
  readonly status: number;
  /** Our tag of the dialog; left out for 100. */
  readonly toTag?: string;
  readonly headers?: readonly SipHeader[];
  readonly body?: string;
};

/** The response to a request with the headers it must echo (RFC 3261 §8.2.6, §12.1.1). */
export function responseTo(request: SipRequest, { status, toTag, headers = [], body = '' }: Reply): SipResponse {
  const echoed = ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Record-Route'].flatMap((name) =>
    headerLines(request, name).map((value): SipHeader => [name, name === 'To' ? tagged(value, toTag) : value]),
  );
  return { kind: 'response', status, phrase: phrases.get(status) ?? 'Status', headers: [...echoed, ...headers], body };
}

function tagged(to: string, tag: string | undefined): string {
  return tag === undefined || /;\s*tag=/i.test(to) ? to : `${to};tag=${tag}`;
}
