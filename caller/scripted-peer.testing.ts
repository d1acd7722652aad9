import { essentialsOf } from './sip/essentials.ts';
import { headerLines, type SipHeader, type SipMessage, type SipRequest } from './sip/message.ts';
import { parseMessage } from './sip/parse-message.ts';
import { responseTo, type Reply } from './sip/respond.ts';
import type { Address } from './sip/addresses.ts';
import { openUdpTransport } from './sip/udp-transport.ts';
import { writeMessage } from './sip/write-message.ts';

/** The other end of a call, word by word as a test dictates it. */
export async function openScriptedPeer() {
  const transport = await openUdpTransport({ host: '127.0.0.1', port: 0 });
  const heard: SipMessage[] = [];
  const waiting = new Set<() => void>();
  let leaving = false;
  let them: Address = transport.local;
  transport.onMessage((bytes, from) => {
    const message = parseMessage(bytes);
    if (!message.ok) return;
    them = from;
    if (leaving && message.value.kind === 'request' && message.value.method === 'BYE') {
      transport.send(writeMessage(responseTo(message.value, { status: 200 })), from);
      return;
    }
    heard.push(message.value);
    for (const look of waiting) look();
  });
  /** The next message of that method or status not yet taken. */
  const next = (wanted: string | number): Promise<SipMessage> =>
    new Promise((resolve) => {
      const look = () => {
        const index = heard.findIndex((message) => nameOf(message) === wanted);
        const [message] = index < 0 ? [] : heard.splice(index, 1);
        if (!message) return;
        waiting.delete(look);
        resolve(message);
      };
      waiting.add(look);
      look();
    });
  return {
    address: transport.local,
    next,
    nextRequest: async (method: string): Promise<SipRequest> => {
      const message = await next(method);
      if (message.kind !== 'request') throw new Error('that was a response');
      return message;
    },
    reply: (request: SipRequest, reply: Reply) => {
      const contact: SipHeader = ['Contact', `<sip:peer@127.0.0.1:${transport.local.port}>`];
      const headers = [contact, ...(reply.headers ?? [])];
      transport.send(writeMessage(responseTo(request, { toTag: 'peer', ...reply, headers })), them);
    },
    /** A request inside the dialog that the caller's INVITE began. */
    ask: (
      invite: SipRequest,
      method: string,
      more: { readonly headers?: readonly SipHeader[]; readonly body?: string } = {},
    ) => {
      const [from = ''] = headerLines(invite, 'From');
      const [to = ''] = headerLines(invite, 'To');
      const headers: readonly SipHeader[] = [
        ['Via', `SIP/2.0/UDP 127.0.0.1:${transport.local.port};branch=z9hG4bK${method}${heard.length}`],
        ['From', `${to};tag=peer`],
        ['To', from],
        ['Call-ID', essentialsOf(invite)?.callId ?? ''],
        ['CSeq', `1 ${method}`],
        ['Contact', `<sip:peer@127.0.0.1:${transport.local.port}>`],
      ];
      const request = {
        kind: 'request',
        method,
        uri: 'sip:caller',
        headers: [...headers, ...(more.headers ?? [])],
        body: more.body ?? '',
      } as const;
      transport.send(writeMessage(request), them);
    },
    /** From now on every BYE is answered, so that the caller can close in peace. */
    leave: () => {
      leaving = true;
    },
    say: (text: string, to: Address) => transport.send(text, to),
    close: () => transport.close(),
  };
}

function nameOf(message: SipMessage): string | number {
  return message.kind === 'request' ? message.method : message.status;
}
