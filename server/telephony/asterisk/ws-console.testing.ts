import { once } from 'node:events';
import { WebSocket } from 'ws';
import { headerOf, type SipMessage, type SipRequest } from '../../../caller/sip/message.ts';
import { parseMessage } from '../../../caller/sip/parse-message.ts';
import { writeMessage } from '../../../caller/sip/write-message.ts';
import type { RigConsole } from '../contract/rig.testing.ts';

export type WsConsoleOptions = {
  /** `ws://127.0.0.1:8088/ws` */
  readonly url: string;
  /** Where the edge connects from. */
  readonly localAddress: string;
  readonly consoleId: string;
  /** The header by which the edge vouches for the console. */
  readonly edgeHeader: readonly [name: string, value: string];
};

/** What the tests play: the signalling of a browser's telephone (RFC 7118), registered, alerting at once. It has no sound. */
export async function openWsConsole(options: WsConsoleOptions): Promise<RigConsole> {
  const socket = new WebSocket(options.url, ['sip'], { perMessageDeflate: false, localAddress: options.localAddress });
  await once(socket, 'open');
  const calls: ConsoleCall[] = [];
  const registered = new Promise<void>((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      const message = read(data);
      if (message.kind === 'request') take(socket, calls, message);
      else if (headerOf(message, 'CSeq') === '1 REGISTER') {
        if (message.status === 200) resolve();
        else reject(new Error(`the console was refused: ${message.status}`));
      }
    });
  });
  socket.send(writeMessage(register(options)));
  await registered;
  const last = (): ConsoleCall => {
    const call = calls.at(-1);
    if (call === undefined) throw new Error('the console was not called yet');
    return call;
  };
  return {
    alerts: () => calls.at(-1)?.end === null,
    ended: () => calls.length > 0 && last().end !== null,
    header: (name) => headerOf(last().invite, name) ?? null,
    answer: () => {
      const { invite } = last();
      respond(socket, invite, 200, { contact: true, body: answerTo(invite.body) });
    },
    reject: (status) => {
      respond(socket, last().invite, status);
      last().end = [];
    },
    endedElsewhere: () => last().end?.some((reason) => /cause=(200|26)\b/.test(reason)) ?? false,
    goAway: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

type ConsoleCall = { readonly invite: SipRequest; end: readonly string[] | null };

function read(data: Buffer): SipMessage {
  const parsed = parseMessage(data);
  if (!parsed.ok) throw new Error(`the PBX sent no SIP: ${parsed.error}`);
  return parsed.value;
}

function take(socket: WebSocket, calls: ConsoleCall[], request: SipRequest): void {
  if (request.method === 'ACK') return;
  if (request.method === 'INVITE') {
    calls.push({ invite: request, end: null });
    return respond(socket, request, 180, { contact: true });
  }
  respond(socket, request, 200);
  const callId = headerOf(request, 'Call-ID');
  const call = calls.find(({ invite }) => headerOf(invite, 'Call-ID') === callId);
  if (call === undefined || (request.method !== 'CANCEL' && request.method !== 'BYE')) return;
  call.end ??= request.headers.filter(([name]) => name === 'Reason').map(([, value]) => value);
  if (request.method === 'CANCEL') respond(socket, call.invite, 487);
}

function register({ consoleId, edgeHeader }: WsConsoleOptions): SipRequest {
  const address = `<sip:${consoleId}@frontdesk.invalid>`;
  return {
    kind: 'request',
    method: 'REGISTER',
    uri: 'sip:frontdesk.invalid',
    headers: [
      edgeHeader,
      ['Via', 'SIP/2.0/WS frontdesk.invalid;branch=z9hG4bKregister'],
      ['Max-Forwards', '70'],
      ['From', `${address};tag=console`],
      ['To', address],
      ['Call-ID', `register-${consoleId}`],
      ['CSeq', '1 REGISTER'],
      ['Contact', `<sip:${consoleId}@frontdesk.invalid;transport=ws>`],
      ['Expires', '600'],
    ],
    body: '',
  };
}

type Extras = { readonly contact?: boolean; readonly body?: string };

function respond(socket: WebSocket, request: SipRequest, status: number, { contact, body = '' }: Extras = {}): void {
  const copied = request.headers.flatMap(([name, value]): [string, string][] => {
    if (name === 'To' && status > 100 && !value.includes(';tag=')) return [[name, `${value};tag=console`]];
    return ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Record-Route'].includes(name) ? [[name, value]] : [];
  });
  const ours: [string, string][] =
    contact === true ? [['Contact', '<sip:console@frontdesk.invalid;transport=ws>']] : [];
  const type: [string, string][] = body === '' ? [] : [['Content-Type', 'application/sdp']];
  socket.send(writeMessage({ kind: 'response', status, phrase: 'Said', headers: [...copied, ...ours, ...type], body }));
}

/** Accepts the offer in all form (RFC 8829), with a fingerprint nobody has: the leg is up, and stays silent. */
function answerTo(offer: string): string {
  const mid = /^a=mid:(.*)$/m.exec(offer)?.[1]?.trim() ?? '0';
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'm=audio 9 UDP/TLS/RTP/SAVPF 0',
    'c=IN IP4 127.0.0.1',
    'a=rtcp-mux',
    'a=ice-ufrag:console0',
    'a=ice-pwd:console0console0console0',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
    'a=setup:active',
    `a=mid:${mid}`,
    'a=rtpmap:0 PCMU/8000',
    'a=sendrecv',
    '',
  ].join('\r\n');
}
