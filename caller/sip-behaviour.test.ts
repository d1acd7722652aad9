import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallerOptions } from './caller-options.ts';
import { openScriptedPeer } from './scripted-peer.testing.ts';
import { SipCaller } from './sip-caller.ts';
import { headerLines, headerOf, type SipHeader } from './sip/message.ts';
import { parseSdp, writeSdp, type Direction } from './sip/sdp.ts';

const timers = { t1: 20, t2: 80, giveUp: 10_000 };
const sdpType: SipHeader = ['Content-Type', 'application/sdp'];
const sdp = (direction: Direction = 'sendrecv', port = 9) =>
  writeSdp({ address: { host: '127.0.0.1', port }, codecs: ['pcmu'], telephoneEvent: undefined, direction }, 1);

let peer: Awaited<ReturnType<typeof openScriptedPeer>>;
let caller: SipCaller;

async function dial(options: Partial<CallerOptions> = {}) {
  caller = await SipCaller.open({ number: '1', server: peer.address, timers, ...options });
  await caller.dial('600');
  return peer.nextRequest('INVITE');
}

async function talk(replyHeaders: readonly SipHeader[] = []) {
  const invite = await dial();
  peer.reply(invite, { status: 200, headers: [sdpType, ...replyHeaders], body: sdp() });
  await peer.next('ACK');
  return invite;
}

beforeEach(async () => {
  peer = await openScriptedPeer();
});
afterEach(async () => {
  peer.leave();
  await caller.close();
  await peer.close();
});

describe('a caller asked to sign in', () => {
  it.each([
    [401, 'WWW-Authenticate', 'Authorization'],
    [407, 'Proxy-Authenticate', 'Proxy-Authorization'],
  ])('answers %i once, and with the next number', async (status, asks, answers) => {
    const invite = await dial({ credentials: { username: 'u', password: 'p' } });
    peer.reply(invite, { status, headers: [[asks, 'Digest realm="r", nonce="n", qop="auth"']] });
    expect(headerOf(await peer.next('ACK'), 'CSeq')).toBe('1 ACK');
    const second = await peer.nextRequest('INVITE');
    expect(headerOf(second, 'CSeq')).toBe('2 INVITE');
    expect(headerOf(second, answers)).toContain('username="u"');
    expect(headerOf(second, 'Call-ID')).toBe(headerOf(invite, 'Call-ID'));
    peer.reply(second, { status, headers: [[asks, 'Digest realm="r", nonce="m"']] });
    expect(await caller.ended()).toMatchObject({ why: 'rejected', status });
  });

  it('is refused without credentials', async () => {
    const invite = await dial();
    peer.reply(invite, { status: 401, headers: [['WWW-Authenticate', 'Digest realm="r", nonce="n"']] });
    expect(await caller.ended()).toMatchObject({ why: 'rejected', status: 401 });
  });
});

describe('a caller in a dialog', () => {
  it('goes by the recorded routes in reverse, and to the contact', async () => {
    const { port } = peer.address;
    await talk([['Record-Route', `<sip:127.0.0.1:${port};lr;hop=1>, <sip:127.0.0.1:${port};lr;hop=2>`]]);
    const over = caller.hangUp();
    const bye = await peer.nextRequest('BYE');
    expect(headerLines(bye, 'Route')).toEqual([`<sip:127.0.0.1:${port};lr;hop=2>`, `<sip:127.0.0.1:${port};lr;hop=1>`]);
    expect(bye.uri).toBe(`sip:peer@127.0.0.1:${port}`);
    expect(headerOf(bye, 'CSeq')).toBe('2 BYE');
    peer.reply(bye, { status: 200 });
    expect(await over).toMatchObject({ why: 'hungUp' });
  });

  it('takes being held and resumed by re-INVITE', async () => {
    const invite = await talk();
    peer.ask(invite, 'INVITE', { headers: [sdpType], body: sdp('sendonly') });
    const held = await peer.next(200);
    expect(parseSdp(held.body)).toMatchObject({ ok: true, value: { direction: 'recvonly' } });
    expect(caller.state).toBe('held');
    peer.ask(invite, 'ACK');
    peer.ask(invite, 'UPDATE', { headers: [sdpType], body: sdp('sendrecv') });
    await caller.until(() => caller.state === 'connected');
    expect(caller.history.map(({ type }) => type)).toContain('resumed');
  });

  it('describes itself when a re-INVITE asks for an offer, and repeats it until the ACK', async () => {
    const invite = await talk();
    peer.ask(invite, 'INVITE');
    await peer.next(200);
    const again = await peer.next(200);
    expect(parseSdp(again.body)).toMatchObject({
      ok: true,
      value: { direction: 'sendrecv', codecs: ['pcmu', 'pcma'] },
    });
    peer.ask(invite, 'ACK', { headers: [sdpType], body: sdp('sendonly') });
    await caller.until(() => caller.state === 'held');
  });

  it.each([
    ['OPTIONS', 200],
    ['INFO', 200],
    ['UPDATE', 200],
    ['MESSAGE', 200],
    ['REFER', 603],
    ['SUBSCRIBE', 501],
    ['CANCEL', 481],
  ])('answers %s with %i', async (method, status) => {
    const invite = await talk();
    peer.ask(invite, method);
    await peer.next(status);
    expect(caller.state).toBe('connected');
  });

  it('hears keys by INFO, plain and relayed', async () => {
    const invite = await talk();
    peer.ask(invite, 'INFO', { headers: [['Content-Type', 'application/dtmf']], body: '*' });
    await peer.next(200);
    expect(caller.digits).toBe('*');
  });

  it('tells the reason it was hung up for', async () => {
    const invite = await talk();
    const reasons: readonly SipHeader[] = [
      ['Reason', 'SIP;cause=200;text="Call completed elsewhere"'],
      ['Reason', 'Q.850;cause=26'],
    ];
    peer.ask(invite, 'BYE', { headers: reasons });
    await peer.next(200);
    expect((await caller.ended()).reasons).toEqual(reasons.map(([, value]) => value));
    expect(caller.reason).toContain('Q.850;cause=26');
    peer.ask(invite, 'INFO');
    await peer.next(481);
  });
});

describe('a caller on the way to an answer', () => {
  it('keeps its CANCEL until there is something to cancel', async () => {
    const invite = await dial();
    const cancelled = caller.cancel();
    peer.reply(invite, { status: 100 });
    const cancel = await peer.nextRequest('CANCEL');
    expect(headerLines(cancel, 'Via')).toEqual(headerLines(invite, 'Via'));
    peer.reply(cancel, { status: 200 });
    peer.reply(invite, { status: 487 });
    expect(await cancelled).toMatchObject({ ok: true, value: { why: 'cancelled', status: 487 } });
  });

  it('hangs up a call it has nothing to say in', async () => {
    const invite = await dial();
    peer.reply(invite, { status: 200, headers: [sdpType], body: sdp().replace('RTP/AVP 0', 'RTP/AVP 96') });
    await peer.next('ACK');
    peer.reply(await peer.nextRequest('BYE'), { status: 200 });
    expect(await caller.ended()).toMatchObject({ why: 'noCommonCodec' });
  });

  it('takes the description of an early 183 when the 200 has none', async () => {
    const invite = await dial();
    peer.reply(invite, { status: 183, headers: [sdpType], body: sdp() });
    await caller.ringing();
    expect(caller.packets().sent).toBe(0);
    peer.reply(invite, { status: 200 });
    await caller.until(() => caller.packets().sent > 2);
    expect(caller.state).toBe('connected');
  });
});

describe('a listener', () => {
  it('refuses what is no call of its own', async () => {
    const invite = await talk();
    const stranger = invite.headers.map(([name, value]): SipHeader => [name, name === 'Call-ID' ? 'another' : value]);
    peer.ask({ ...invite, headers: stranger }, 'BYE');
    await peer.next(481);
    peer.ask({ ...invite, headers: stranger }, 'OPTIONS');
    await peer.next(200);
    peer.say('not SIP at all\r\n\r\n', caller.address);
    peer.say('OPTIONS sip:a SIP/2.0\r\n\r\n', caller.address);
    peer.ask(invite, 'OPTIONS');
    await peer.next(200);
  });

  it('answers an INVITE without a description with its own, and takes theirs from the ACK', async () => {
    const invite = await dial();
    peer.reply(invite, { status: 404 });
    await caller.ended();
    const desk = await SipCaller.listen({ number: '2', timers });
    const raw = (method: string, toTag: string, more: string) =>
      peer.say(
        `${method} sip:2@h SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK${method}\r\nFrom: <sip:p@h>;tag=p\r\nTo: <sip:2@h>${toTag}\r\nCall-ID: late\r\nCSeq: 1 ${method}\r\nContact: <sip:p@127.0.0.1:${peer.address.port}>\r\n${more}`,
        desk.address,
      );
    raw('INVITE', '', '\r\n');
    const answer = await peer.next(200);
    expect(parseSdp(answer.body)).toMatchObject({ ok: true, value: { direction: 'sendrecv' } });
    raw('ACK', ';tag=x', `Content-Type: application/sdp\r\n\r\n${sdp()}`);
    await desk.until(() => desk.packets().sent > 0);
    const over = desk.close();
    peer.reply(await peer.nextRequest('BYE'), { status: 200 });
    await over;
  });
});
