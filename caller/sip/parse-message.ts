import { fail, ok, type Result } from '../../shared/result.ts';
import type { SipHeader, SipMessage } from './message.ts';

/** `keepAlive`: only line ends (RFC 5626 §3.5.1). `shortBody`: fewer bytes than Content-Length promises. */
export type ParseFailure = 'keepAlive' | 'badStartLine' | 'badHeader' | 'badContentLength' | 'shortBody';

/** RFC 3261 §7.3.3 and the IANA registry of compact forms. */
const compactNames: ReadonlyMap<string, string> = new Map([
  ['a', 'Accept-Contact'],
  ['b', 'Referred-By'],
  ['c', 'Content-Type'],
  ['e', 'Content-Encoding'],
  ['f', 'From'],
  ['i', 'Call-ID'],
  ['k', 'Supported'],
  ['l', 'Content-Length'],
  ['m', 'Contact'],
  ['o', 'Event'],
  ['r', 'Refer-To'],
  ['s', 'Subject'],
  ['t', 'To'],
  ['u', 'Allow-Events'],
  ['v', 'Via'],
  ['x', 'Session-Expires'],
]);

/** Reads one whole SIP message: a datagram, or what the stream framer cut out. Lone line feeds are tolerated. */
export function parseMessage(bytes: Buffer): Result<SipMessage, ParseFailure> {
  const message = bytes.subarray(startOfMessage(bytes));
  if (message.length === 0) return fail('keepAlive');
  const head = headEnd(message);
  const [startLine = '', ...lines] = unfold(message.toString('utf8', 0, head.text)).split(/\r?\n/);
  const headers: SipHeader[] = [];
  let length: number | undefined;
  for (const line of lines.filter((candidate) => candidate !== '')) {
    const header = parseHeader(line);
    if (!header) return fail('badHeader');
    if (header[0].toLowerCase() !== 'content-length') headers.push(header);
    else if (/^\d{1,9}$/.test(header[1])) length = Number(header[1]);
    else return fail('badContentLength');
  }
  const rest = message.subarray(head.body);
  if (length !== undefined && rest.length < length) return fail('shortBody');
  return withStartLine(startLine, headers, rest.toString('utf8', 0, length ?? rest.length));
}

function startOfMessage(bytes: Buffer): number {
  let start = 0;
  while (bytes[start] === 13 || bytes[start] === 10) start += 1;
  return start;
}

/** Where the head's text ends and where the body begins, in bytes. */
export function headEnd(bytes: Buffer): { readonly text: number; readonly body: number } {
  const strict = bytes.indexOf('\r\n\r\n');
  if (strict >= 0) return { text: strict, body: strict + 4 };
  const lenient = bytes.indexOf('\n\n');
  return lenient >= 0 ? { text: lenient, body: lenient + 2 } : { text: bytes.length, body: bytes.length };
}

/** A line that begins with white space carries on the one before (RFC 3261 §7.3.1). */
function unfold(head: string): string {
  return head.replace(/[ \t]*\r?\n[ \t]+/g, ' ');
}

function parseHeader(line: string): SipHeader | undefined {
  const match = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*:[ \t]*(.*?)[ \t]*$/s.exec(line);
  if (!match) return undefined;
  const [, name = '', value = ''] = match;
  return [compactNames.get(name.toLowerCase()) ?? name, value];
}

function withStartLine(line: string, headers: readonly SipHeader[], body: string): Result<SipMessage, 'badStartLine'> {
  const response = /^SIP\/2\.0 ([1-6]\d\d) ?(.*)$/i.exec(line);
  if (response) return ok({ kind: 'response', status: Number(response[1]), phrase: response[2] ?? '', headers, body });
  const request = /^([A-Za-z][A-Za-z0-9.!%*_+`'~-]*) (\S+) SIP\/2\.0$/i.exec(line);
  if (!request) return fail('badStartLine');
  return ok({ kind: 'request', method: request[1] ?? '', uri: request[2] ?? '', headers, body });
}
