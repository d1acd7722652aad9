import { fail, ok, type Result } from '../../shared/result.ts';

/** One SIP message as one WebSocket text frame (RFC 7118 §5), read as Latin-1 so that a character is a byte. */
export type SipFrame = SipRequest | SipResponse;
export type SipRequest = Parts & { readonly kind: 'request'; readonly method: string };
export type SipResponse = Parts & { readonly kind: 'response'; readonly status: number };

type Parts = { readonly startLine: string; readonly headers: readonly SipHeader[]; readonly body: string };

export type SipHeader = {
  /** Lower case, and long where the line had the compact form (RFC 3261 §7.3.3). */
  readonly name: string;
  readonly value: string;
  /** The whole line, unfolded, without its end. */
  readonly line: string;
};

/** Why a frame is not taken for SIP. The edge is strict where the PBX is lenient: what is read in two ways is refused. */
export type FrameFault =
  | 'binary'
  | 'notSip'
  | 'controlCharacter'
  | 'badHeaders'
  | 'lineTooLong'
  | 'lengthMismatch'
  /** Found by the WebSocket layer: not UTF-8, larger than the limit, or not WebSocket at all. */
  | 'badText'
  | 'tooLarge'
  | 'notWebSocket';

const mostLineBytes = 8192;
const mostHeaders = 128;
const requestLine = /^([A-Z]{1,32}) [!-~]+ SIP\/2\.0$/;
const statusLine = /^SIP\/2\.0 ([1-6]\d\d) .*$/;
const headerLine = /^([\w!#$%&'*+.^`|~-]+)[ \t]*:(.*)$/;
const compactNames: Readonly<Record<string, string>> = {
  f: 'from',
  t: 'to',
  i: 'call-id',
  l: 'content-length',
  m: 'contact',
  v: 'via',
};

/** Reads a frame; `text` is Latin-1. Folded header lines come out unfolded. */
export function parseSipFrame(text: string): Result<SipFrame, FrameFault> {
  if (text.includes('\0')) return fail('controlCharacter');
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return fail('notSip');
  const [startLine = '', ...folded] = text.slice(0, end).split('\r\n');
  const start = parseStartLine(startLine);
  if (start === undefined) return fail('notSip');
  const lines = unfold(folded);
  if (lines === undefined || lines.length > mostHeaders) return fail('badHeaders');
  if ([startLine, ...lines].some((line) => line.length > mostLineBytes)) return fail('lineTooLong');
  if ([startLine, ...lines].some(hasControlCharacter)) return fail('controlCharacter');
  const headers = parseHeaders(lines);
  if (headers === undefined || !isComplete(headers)) return fail('badHeaders');
  const body = text.slice(end + 4);
  if (!isLength(headers, body.length)) return fail('lengthMismatch');
  return ok({ ...start, startLine, headers, body });
}

function parseStartLine(line: string) {
  const method = requestLine.exec(line)?.[1];
  if (method !== undefined) return { kind: 'request', method } as const;
  const status = statusLine.exec(line)?.[1];
  return status === undefined ? undefined : ({ kind: 'response', status: Number(status) } as const);
}

/** A line that begins with white space belongs to the one before (RFC 3261 §7.3.1). */
function unfold(folded: readonly string[]): readonly string[] | undefined {
  const lines: string[] = [];
  for (const line of folded) {
    if (!line.startsWith(' ') && !line.startsWith('\t')) {
      lines.push(line);
      continue;
    }
    const before = lines.pop();
    if (before === undefined || line.trim() === '') return undefined;
    lines.push(`${before.trimEnd()} ${line.trim()}`);
  }
  return lines;
}

/** Also a lone CR or LF, which some parsers take for the end of a line. */
const hasControlCharacter = (line: string): boolean => {
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    if ((code < 32 && code !== 9) || code === 127) return true;
  }
  return false;
};

function parseHeaders(lines: readonly string[]): readonly SipHeader[] | undefined {
  const headers: SipHeader[] = [];
  for (const line of lines) {
    const [, written, value] = headerLine.exec(line) ?? [];
    if (written === undefined || value === undefined) return undefined;
    const name = written.toLowerCase();
    headers.push({ name: compactNames[name] ?? name, value: value.trim(), line });
  }
  return headers;
}

const onlyOnce = ['from', 'to', 'call-id', 'cseq'];

const isComplete = (headers: readonly SipHeader[]): boolean =>
  onlyOnce.every((name) => valuesOf({ headers }, name).length === 1) && valuesOf({ headers }, 'via').length > 0;

/** A body without a length could as well be a second message. */
function isLength(headers: readonly SipHeader[], bodyLength: number): boolean {
  const lengths = valuesOf({ headers }, 'content-length');
  if (lengths.length === 0) return bodyLength === 0;
  return lengths.length === 1 && /^\d{1,6}$/.test(lengths[0] ?? '') && Number(lengths[0]) === bodyLength;
}

export const valuesOf = ({ headers }: Pick<SipFrame, 'headers'>, name: string): readonly string[] =>
  headers.filter((header) => header.name === name).map((header) => header.value);
