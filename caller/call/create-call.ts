import { identityHeaders } from '../identity.ts';
import type { CallerOptions } from '../caller-options.ts';
import type { AudioSource } from '../media/audio-source.ts';
import { processClock } from '../media/rtp-clock.ts';
import { RtpSession } from '../media/rtp-session.ts';
import type { Address } from '../sip/addresses.ts';
import type { SipHeader } from '../sip/message.ts';
import type { ServerTransaction } from '../sip/server-transaction.ts';
import type { UserAgent } from '../sip/user-agent.ts';
import { systemWorld } from '../world.ts';
import { CallCore } from './call-core.ts';
import { CallRecord } from './call-record.ts';
import { IncomingCall } from './incoming-call.ts';
import { OutgoingCall } from './outgoing-call.ts';
import { RequestHandler } from './request-handler.ts';
import { SipCall } from './sip-call.ts';

export type CallSurroundings = {
  readonly agent: UserAgent;
  readonly options: CallerOptions;
  readonly source: AudioSource;
  /** After each event and each packet heard. */
  readonly onChange: () => void;
};
export type CreatedCall = { readonly call: SipCall; readonly core: CallCore };
export type Destination = {
  readonly server: Address;
  readonly uri: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Places a call; the INVITE is out when this resolves. */
export async function placeCall(around: CallSurroundings, { server, uri, headers }: Destination): Promise<CreatedCall> {
  const { agent, options } = around;
  const { token } = options.world ?? systemWorld;
  const core = await createCore(around, 'progressing');
  const callId = `${token()}@${agent.local.host}`;
  const extra = Object.entries({ ...options.headers, ...headers }).map(([name, value]): SipHeader => [name, value]);
  const outgoing = new OutgoingCall(core, {
    server,
    uri,
    credentials: options.credentials,
    clientNonce: token(),
    headers: [
      ...identityHeaders(options, agent.local.host, token()),
      ['Call-ID', callId],
      ['Contact', agent.contact(options.withheld ? 'anonymous' : options.number)],
      ...extra,
    ],
  });
  bind(core, callId, undefined);
  const call = new SipCall({ core, outgoing });
  outgoing.start();
  return { call, core };
}

/** Takes up a call that comes in; nothing is answered yet. What else arrives for it meanwhile is heard afterwards. */
export async function receiveCall(around: CallSurroundings, invite: ServerTransaction): Promise<CreatedCall> {
  const { agent, options } = around;
  const { callId } = invite.essentials;
  const early: ServerTransaction[] = [];
  agent.claim(callId, (transaction) => early.push(transaction));
  const core = await createCore(around, 'alerting');
  const toTag = (options.world ?? systemWorld).token();
  const incoming = new IncomingCall(core, invite, { toTag, contact: agent.contact(options.number) });
  const handler = bind(core, callId, incoming);
  for (const transaction of early) handler.hear(transaction);
  return { call: new SipCall({ core, incoming, invite: invite.request }), core };
}

function bind(core: CallCore, callId: string, incoming: IncomingCall | undefined): RequestHandler {
  const handler = new RequestHandler(core, incoming);
  const release = core.agent.claim(callId, (transaction) => handler.hear(transaction));
  core.onEnd(() => {
    handler.stop();
    release();
  });
  return handler;
}

async function createCore(around: CallSurroundings, initial: 'alerting' | 'progressing'): Promise<CallCore> {
  const { agent, options, source, onChange } = around;
  const world = options.world ?? systemWorld;
  const record = new CallRecord(initial, world.now, onChange);
  const media = await RtpSession.open({
    localAddress: agent.local.host,
    source,
    world,
    clock: options.clock ?? processClock,
    keepSeconds: options.keepSeconds ?? 60,
    onKey: (key) => record.add({ type: 'digitHeard', by: 'rtp', ...key }),
    onHeard: onChange,
  });
  const { codecs = ['pcmu', 'pcma'], offersKeys = true } = options;
  return new CallCore({ agent, record, media, codecs, offersKeys });
}
