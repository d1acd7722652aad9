import { answerTo } from './identity.ts';
import { parseSipFrame, type SipHeader } from './sip-frame.ts';

/**
 * What the PBX is told when it takes an invitation back from a page that has dropped: that it is taken back, as a proxy
 * answers for a branch (RFC 3261 §9.2, §16.10). Otherwise it would wait 32 seconds for a word, with the leg kept that
 * long. Nothing for any other message. Should the page come back, its own answers come late and are ignored.
 */
export function answersToCancel(text: string): readonly string[] {
  if (!text.startsWith('CANCEL ')) return [];
  const parsed = parseSipFrame(text);
  if (!parsed.ok) return [];
  const { headers } = parsed.value;
  return [answerTo({ headers }, '200 OK'), answerTo({ headers: headers.map(ofInvite) }, '487 Request Terminated')];
}

/** A CANCEL has the headers of the INVITE it takes back, but for the method in CSeq (RFC 3261 §9.1). */
const ofInvite = (header: SipHeader): SipHeader =>
  header.name === 'cseq' ? { ...header, line: header.line.replace(/CANCEL\s*$/, 'INVITE') } : header;
