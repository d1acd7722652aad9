import { acknowledgesRefusal, forbid, speakerOf, withProof } from './identity.ts';
import { parseSipFrame, type FrameFault, type SipFrame } from './sip-frame.ts';

/** What is to be done with a frame from a browser. Texts are Latin-1: a character is a byte. */
export type Verdict =
  | { readonly kind: 'pass'; readonly frame: string; readonly what: string }
  /** RFC 5626 §4.4.1 over WebSocket (RFC 7118 §6): two line ends are a ping, one is a pong. */
  | { readonly kind: 'keepAlive'; readonly answer: '\r\n' | '' }
  | { readonly kind: 'forbidden'; readonly answer: string; readonly what: string }
  /** For the edge alone; there is nothing to do. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fault'; readonly fault: FrameFault };

export function judgeFrame(text: string, from: { readonly consoleId: string; readonly secret: string }): Verdict {
  if (text === '\r\n\r\n') return { kind: 'keepAlive', answer: '\r\n' };
  if (text === '\r\n') return { kind: 'keepAlive', answer: '' };
  const parsed = parseSipFrame(text);
  if (!parsed.ok) return { kind: 'fault', fault: parsed.error };
  const frame = parsed.value;
  if (frame.kind === 'request') {
    const speaker = speakerOf(frame, from.consoleId);
    if (speaker === 'unreadable') return { kind: 'fault', fault: 'badHeaders' };
    if (speaker === 'another') return { kind: 'forbidden', answer: forbid(frame), what: frame.method };
    if (acknowledgesRefusal(frame)) return { kind: 'nothing' };
  }
  return { kind: 'pass', frame: withProof(frame, from.secret), what: whatIs(frame) };
}

/** The method or the status: all that a log line says of a message. */
const whatIs = (frame: SipFrame): string => (frame.kind === 'request' ? frame.method : String(frame.status));
