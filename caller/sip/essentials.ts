import { parseNameAddress, parseParams } from './addresses.ts';
import { headerOf, headerValues, type SipMessage } from './message.ts';

/** What every SIP message must carry (RFC 3261 §8.1.1) and what matching it to its call needs. */
export type Essentials = {
  readonly callId: string;
  readonly sequence: number;
  /** Method of the CSeq: of a response, the method it answers. */
  readonly method: string;
  readonly fromTag: string;
  /** Absent before a dialog exists. */
  readonly toTag: string | undefined;
  /** Branch of the topmost Via: names the transaction. */
  readonly branch: string;
};

/** Undefined where a header that must be there is missing or cannot be read. */
export function essentialsOf(message: SipMessage): Essentials | undefined {
  const callId = headerOf(message, 'Call-ID');
  const cseq = /^(\d{1,10})\s+(\S+)$/.exec(headerOf(message, 'CSeq') ?? '');
  const from = parseNameAddress(headerOf(message, 'From') ?? '');
  const to = parseNameAddress(headerOf(message, 'To') ?? '');
  const [via] = headerValues(message, 'Via');
  if (!callId || !cseq || !from || !to || !via) return undefined;
  return {
    callId,
    sequence: Number(cseq[1]),
    method: cseq[2] ?? '',
    fromTag: from.params.get('tag') ?? '',
    toTag: to.params.get('tag'),
    branch: parseParams(via.slice(via.indexOf(';'))).get('branch') ?? '',
  };
}
