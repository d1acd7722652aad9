/** One header line: the name as written (compact names expanded), the value unfolded and trimmed. */
export type SipHeader = readonly [name: string, value: string];

/** A SIP request (RFC 3261 §7.1). Content-Length is framing: it is written and read, but not among the headers. */
export type SipRequest = {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
  readonly headers: readonly SipHeader[];
  readonly body: string;
};

/** A SIP response (RFC 3261 §7.2). */
export type SipResponse = {
  readonly kind: 'response';
  readonly status: number;
  readonly phrase: string;
  readonly headers: readonly SipHeader[];
  readonly body: string;
};

export type SipMessage = SipRequest | SipResponse;

/** All values of a header, in order, one entry a line. Names are compared without regard to case. */
export function headerLines(message: SipMessage, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return message.headers.filter(([header]) => header.toLowerCase() === wanted).map(([, value]) => value);
}

/** The first value of a header, or undefined where the message has none. */
export function headerOf(message: SipMessage, name: string): string | undefined {
  return headerLines(message, name)[0];
}

/** All values of a list header (Via, Route, Record-Route, Contact): lines joined by commas are taken apart. */
export function headerValues(message: SipMessage, name: string): readonly string[] {
  return headerLines(message, name).flatMap(splitAtCommas);
}

/** Splits at commas that stand neither in quotes nor in angle brackets (RFC 3261 §7.3.1). */
export function splitAtCommas(text: string): readonly string[] {
  const parts = text.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
