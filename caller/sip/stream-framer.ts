import { headEnd } from './parse-message.ts';

/** Longest message taken from a stream; more than that without an end is no SIP. */
const longestMessage = 256 * 1024;

/**
 * Cuts a byte stream into SIP messages by their Content-Length (RFC 3261 §18.3).
 * Feed it what arrives; it returns the messages complete so far. `overflow` says the peer talks something else.
 */
export function createStreamFramer(): (chunk: Buffer) => { readonly messages: Buffer[]; readonly overflow: boolean } {
  let pending = Buffer.alloc(0);
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    const messages: Buffer[] = [];
    for (let length = frameLength(pending); length !== undefined; length = frameLength(pending)) {
      messages.push(pending.subarray(0, length));
      pending = pending.subarray(length);
    }
    return { messages, overflow: pending.length > longestMessage };
  };
}

function frameLength(bytes: Buffer): number | undefined {
  if (bytes.subarray(0, 2).toString('latin1') === '\r\n') return 2;
  const { text, body } = headEnd(bytes);
  if (text === bytes.length) return undefined;
  const length = /\r?\n(?:content-length|l)[ \t]*:[ \t]*(\d{1,9})/i.exec(bytes.toString('latin1', 0, text));
  const total = body + Number(length?.[1] ?? 0);
  return bytes.length >= total ? total : undefined;
}
