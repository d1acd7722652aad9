export type MessageParts = {
  readonly from?: string;
  readonly to?: string;
  readonly callId?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
};

/** The console of most tests; its id is its SIP user. */
export const consoleId = '0123456789abcdef0123456789abcdef';

const own = `<sip:${consoleId}@frontdesk.invalid>`;

function lines({ from, to, callId, headers, body = '' }: MessageParts, method: string): string {
  return [
    'Via: SIP/2.0/WS 7rbd4l.invalid;branch=z9hG4bK776asdhds',
    ...(method === '200' ? [] : ['Max-Forwards: 70']),
    `From: ${from ?? `${own};tag=49583`}`,
    `To: ${to ?? own}`,
    `Call-ID: ${callId ?? 'a84b4c76e66710'}`,
    ...(headers ?? []),
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

/** A request as SIP.js would write it. */
export const request = (method: string, parts: MessageParts = {}): string =>
  `${method} sip:frontdesk.invalid SIP/2.0\r\nCSeq: 1 ${method}\r\n${lines(parts, method)}`;

export const response = (status: number, method: string, parts: MessageParts = {}): string =>
  `SIP/2.0 ${status} Whatever\r\nCSeq: 1 ${method}\r\n${lines(parts, '200')}`;

/** What a registrar answers; 0 seconds leaves no binding. */
export const registered = (seconds: number, id = consoleId): string =>
  response(200, 'REGISTER', {
    from: `<sip:${id}@frontdesk.invalid>;tag=1`,
    to: `<sip:${id}@frontdesk.invalid>;tag=2`,
    headers: seconds > 0 ? [`Contact: <sip:x7@7rbd4l.invalid;transport=ws>;expires=${seconds}`] : [],
  });
