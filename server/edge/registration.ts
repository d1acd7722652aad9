import { parseSipFrame, valuesOf, type SipFrame } from './sip-frame.ts';

/** RFC 3261 §10.2.1.1: what a registrar means that names no expiry. */
const usualSeconds = 3600;

/**
 * How many seconds the console is registered from now on, when the frame is a 2xx to a REGISTER: 0 when no binding is
 * left. Undefined for every other frame. `frame` is Latin-1.
 */
export function registeredSeconds(frame: string): number | undefined {
  if (!frame.startsWith('SIP/2.0 2')) return undefined;
  const parsed = parseSipFrame(frame);
  return parsed.ok && /^\d+[ \t]+REGISTER$/.test(valuesOf(parsed.value, 'cseq')[0] ?? '')
    ? longestBinding(parsed.value)
    : undefined;
}

function longestBinding(response: SipFrame): number {
  const general = Number(/^\d{1,9}$/.exec(valuesOf(response, 'expires')[0] ?? '')?.[0] ?? usualSeconds);
  const bindings = valuesOf(response, 'contact').flatMap((contacts) => {
    const named = [...contacts.matchAll(/;[ \t]*expires[ \t]*=[ \t]*(\d{1,9})/gi)].map((match) => Number(match[1]));
    return named.length > 0 ? named : [general];
  });
  return Math.max(0, ...bindings);
}
