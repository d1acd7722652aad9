import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { edgeHeader } from '../console-endpoint.ts';

type Request = {
  readonly wsUrl: string;
  /** The address the connection comes from. */
  readonly localAddress: string;
  readonly method: 'REGISTER' | 'INVITE' | 'OPTIONS';
  readonly user: string;
  readonly secret?: string;
};

/** The least a request must have (RFC 3261 §8.1.1), as a browser's user agent would send it. */
function requestText({ method, user, secret }: Request): string {
  const id = randomBytes(8).toString('hex');
  return [
    `${method} sip:127.0.0.1 SIP/2.0`,
    `Via: SIP/2.0/WS ${id}.invalid;branch=z9hG4bK${id}`,
    'Max-Forwards: 70',
    `From: <sip:${user}@127.0.0.1>;tag=${id}`,
    `To: <sip:${user}@127.0.0.1>`,
    `Call-ID: ${id}`,
    `CSeq: 1 ${method}`,
    `Contact: <sip:${user}@${id}.invalid;transport=ws>;expires=60`,
    ...(secret === undefined ? [] : [`${edgeHeader}: ${secret}`]),
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

/** Sends one raw SIP request over a WebSocket of its own, as the edge would, and answers the final status. */
export function sipStatus(request: Request): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(request.wsUrl, ['sip'], { localAddress: request.localAddress });
    socket.on('open', () => socket.send(requestText(request)));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed without an answer')));
    socket.on('message', (data: Buffer) => {
      const status = Number(/^SIP\/2\.0 (\d{3})/u.exec(data.toString())?.[1]);
      if (status < 200) return;
      resolve(status);
      socket.close();
    });
  });
}
