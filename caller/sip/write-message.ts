import type { SipMessage } from './message.ts';

/**
 * The message as it goes over the wire, with its Content-Length in bytes (RFC 3261 §7).
 * Line ends and NULs inside a value become blanks: a value can never grow into a header of its own.
 */
export function writeMessage(message: SipMessage): string {
  const head =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.phrase}`;
  const lines = message.headers.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('');
  return `${oneLine(head)}\r\n${lines}Content-Length: ${Buffer.byteLength(message.body)}\r\n\r\n${message.body}`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ');
}
