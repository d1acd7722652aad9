import { parseSipAddress } from './sip-address.ts';
import { valuesOf, type SipFrame, type SipRequest } from './sip-frame.ts';

const ourHeaders = 'x-fd-';
const proofHeader = 'X-FD-Edge';
/** The tag of every answer the edge gives by itself. */
const refusalTag = 'frontdesk-edge';

/**
 * The frame as it goes to the PBX: without anything that only the edge may say, and a request with the proof that it
 * came through the edge for this console.
 */
export function withProof(frame: SipFrame, secret: string): string {
  const lines = frame.headers.filter((header) => !header.name.startsWith(ourHeaders)).map((header) => header.line);
  const proof = frame.kind === 'request' ? [`${proofHeader}: ${secret}`] : [];
  return `${[frame.startLine, ...proof, ...lines].join('\r\n')}\r\n\r\n${frame.body}`;
}

/**
 * Whether a request speaks in the name of its own console. Inside a dialog, and for ACK and CANCEL, the user of From
 * is whatever the page chose for its contact; what begins something new must name the console. A registration must
 * also be for the console.
 */
export function speakerOf(request: SipRequest, consoleId: string): 'itself' | 'another' | 'unreadable' {
  const from = parseSipAddress(valuesOf(request, 'from')[0] ?? '');
  const to = parseSipAddress(valuesOf(request, 'to')[0] ?? '');
  if (from === undefined || to === undefined) return 'unreadable';
  if (request.method === 'REGISTER') return from.user === consoleId && to.user === consoleId ? 'itself' : 'another';
  const begins = to.tag === null && request.method !== 'ACK' && request.method !== 'CANCEL';
  return !begins || from.user === consoleId ? 'itself' : 'another';
}

/** The edge's own answer to a request that speaks for another. */
export const forbid = (request: SipRequest): string => answerTo(request, '403 Forbidden');

/** An answer of the edge's own (RFC 3261 §8.2.6). */
export function answerTo(request: Pick<SipRequest, 'headers'>, status: string): string {
  const copied = request.headers.flatMap(({ name, line, value }) => {
    if (name === 'to') return [parseSipAddress(value)?.tag === null ? `${line};tag=${refusalTag}` : line];
    return ['via', 'from', 'call-id', 'cseq'].includes(name) ? [line] : [];
  });
  return `${[`SIP/2.0 ${status}`, ...copied, 'Content-Length: 0'].join('\r\n')}\r\n\r\n`;
}

/** The ACK of an INVITE that the edge refused: the PBX never heard of it (RFC 3261 §17.1.1.3). */
export const acknowledgesRefusal = (request: SipRequest): boolean =>
  request.method === 'ACK' && parseSipAddress(valuesOf(request, 'to')[0] ?? '')?.tag === refusalTag;
