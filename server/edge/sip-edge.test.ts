import { request as httpRequest } from 'node:http';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEdge, until, type OpenEdge } from './edge.testing.ts';
import { consoleId, registered, request, response } from './sip-message.testing.ts';

let open: OpenEdge;
const other = 'f'.repeat(32);

beforeEach(async () => {
  open = await openEdge();
});
afterEach(() => open.close());

describe('the SIP edge', () => {
  it('passes a message up with the proof, and the answer down as it is', async () => {
    const [browser, upstream] = await open.connect();
    browser.send(request('REGISTER', { headers: ['X-FD-Edge: mine'] }));
    await upstream.hears('REGISTER');
    expect(upstream.heard).toEqual([request('REGISTER').replace('\r\n', `\r\nX-FD-Edge: secret-of-${consoleId}\r\n`)]);
    const answer = registered(600);
    upstream.send(answer);
    await browser.hears(answer);
    expect(open.edge.stats()).toMatchObject({ connections: 1, open: 1, messagesUp: 1, messagesDown: 2 });
  });

  it('never changes SDP, nor a byte of it', async () => {
    const [browser, upstream] = await open.connect();
    const body = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=Zoë\r\na=X-FD-Edge: x\r\n';
    const sent = Buffer.from(request('INVITE', { body })).toString('latin1');
    browser.send(sent);
    await upstream.hears('INVITE');
    expect(upstream.heard[0]?.split('\r\n\r\n')[1]).toBe(sent.split('\r\n\r\n')[1]);
  });

  it('says which port of the PBX no browser sends sound to, and lets the call through', async () => {
    const [browser, upstream] = await open.connect();
    const body = 'v=0\r\ns=-\r\nm=audio 10080 RTP/SAVPF 0\r\n';
    const offer = request('INVITE', { body });
    upstream.send(offer);
    await browser.hears(offer);
    expect(open.count('refusedAudioPort')).toBe(1);
    expect(open.log.filter((line) => line.includes('10080'))).toHaveLength(1);
  });

  it('lets no other proof through, whatever headers a browser makes up', async () => {
    const [browser, upstream] = await open.connect();
    const name = fc.constantFrom('X-FD-Edge', 'x-fd-edge', 'X-FD-Console', 'Subject');
    const header = fc
      .tuple(name, fc.constantFrom(':', ' :', ':\r\n '), fc.constantFrom('a', 'secret-of-eve'))
      .map((h) => h.join(''));
    const messages = fc.sample(fc.array(header, { maxLength: 4 }), { numRuns: 40, seed: 7 });
    messages.forEach((headers, i) => browser.send(request('OPTIONS', { headers, callId: `call-${i}` })));
    await upstream.hears(`call-${messages.length - 1}`);
    expect(upstream.heard).toHaveLength(messages.length);
    for (const frame of upstream.heard) {
      expect(frame.match(/x-fd-[^\r]*/gi)).toEqual([`X-FD-Edge: secret-of-${consoleId}`]);
    }
  });

  it('keeps what the browser sends until the PBX has taken the connection', async () => {
    const browser = open.dial();
    browser.ws.once('open', () => browser.send(request('REGISTER')));
    await until(() => expect(open.pbx.ends[0]?.heard[0]).toContain('X-FD-Edge'));
  });

  it('refuses a request in the name of another console by itself, and goes on', async () => {
    const [browser, upstream] = await open.connect();
    browser.send(request('INVITE', { from: `<sip:${other}@x>;tag=1`, callId: 'forged' }));
    await browser.hears('SIP/2.0 403 Forbidden');
    browser.send(request('ACK', { from: `<sip:${other}@x>;tag=1`, to: '<sip:b@c>;tag=frontdesk-edge' }));
    browser.send(request('OPTIONS', { callId: 'honest' }));
    await upstream.hears('honest');
    expect(upstream.heard).toHaveLength(1);
    expect(open.count('refused.identity')).toBe(1);
  });

  it('answers keep-alives by itself', async () => {
    const [browser, upstream] = await open.connect();
    browser.send('\r\n\r\n');
    browser.send('\r\n');
    await until(() => expect(browser.heard.at(-1)).toBe('\r\n'));
    await until(() => expect(open.count('keepAlives')).toBe(2));
    expect(upstream.heard).toEqual([]);
  });

  it('brings a name in an old encoding without costing the browser its connection', async () => {
    const [browser, upstream] = await open.connect();
    upstream.send(request('INVITE', { from: '"Zo\xeb" <sip:a@b>;tag=1' }));
    await browser.hears('"Zo?"');
    expect(browser.closed).toBeNull();
    expect(upstream.closed).toBeNull();
  });

  it('keeps consoles apart', async () => {
    const [ada, adaUpstream] = await open.connect();
    const [ben, benUpstream] = await open.connect('page-b', { id: other });
    benUpstream.send(response(200, 'OPTIONS', { callId: 'for ben' }));
    await ben.hears('for ben');
    ada.send(request('OPTIONS', { callId: 'from ada' }));
    await adaUpstream.hears('from ada');
    expect(ada.heard.join('')).not.toContain('for ben');
    expect(benUpstream.heard).toEqual([]);
  });

  it('takes a connection only as SIP', async () => {
    const none = open.dial('page-1', { protocols: [] });
    const wrong = open.dial('page-1', { protocols: ['chat'] });
    await until(() => expect([none.closed, wrong.closed]).not.toContain(null));
    expect(open.count('refused.subprotocol')).toBe(2);
    expect(open.pbx.ends).toHaveLength(0);
  });

  it('answers 400 to a connection without the subprotocol, and closes it', async () => {
    const socketUrl = new URL(open.dial().ws.url);
    const status = await new Promise((resolve, reject) => {
      httpRequest({
        port: socketUrl.port,
        path: '/sip',
        headers: { connection: 'Upgrade', upgrade: 'websocket' },
        agent: false,
      })
        .on('response', (answer) => answer.resume().on('close', () => resolve(answer.statusCode)))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });

  it('offers no compression', async () => {
    const [browser] = await open.connect();
    expect(browser.ws.extensions).toBe('');
    expect(browser.ws.protocol).toBe('sip');
  });

  it('ends what a console has open when told to', async () => {
    const [browser, upstream] = await open.connect();
    open.edge.disconnect(consoleId, 4401, 'signed out');
    await browser.closes(4401);
    await upstream.closes(1000);
    expect(browser.closed?.reason).toBe('signed out');
    expect(open.edge.stats()).toMatchObject({ open: 0, lingering: 0, 'closed.disconnected': 1 });
    open.edge.disconnect('unknown', 4401, 'signed out');
  });

  it('ends everything when it is closed, and takes nothing more', async () => {
    const [browser, upstream] = await open.connect();
    const closed = open.edge.close();
    await browser.closes(1001);
    await upstream.closes(1000);
    await closed;
    const late = open.dial();
    await until(() => expect(late.closed).not.toBeNull());
    expect(open.count('refused.stopping')).toBe(1);
  });
});

it('says of messages only what they are, and never what is in them', async () => {
  const [browser, upstream] = await open.connect();
  const number = '+15550009999';
  const body = 'v=0\r\na=ice-pwd:verysecret\r\n';
  const parts = { to: `<sip:${number}@x>`, headers: [`P-Asserted-Identity: <tel:${number}>`], body };
  browser.send(request('INVITE', parts));
  browser.send(request('INVITE', { ...parts, from: `<sip:${number}@x>;tag=1` }));
  await upstream.hears('INVITE');
  upstream.send(response(200, 'INVITE', parts));
  upstream.send(registered(600));
  await browser.hears('expires=600');
  browser.send(`${number} verysecret`);
  await browser.closes(4400);
  const log = open.log.join('\n');
  expect(log).not.toMatch(/5550009999|secret|ice-pwd|v=0|z9hG4bK/);
  expect(log).toContain('"what":"INVITE"');
  expect(log).toContain('"what":"200"');
  expect(log).toContain(`"consoleId":"${consoleId}"`);
  expect(log).toContain('"fault":"notSip"');
});

it('comes to the PBX from an address of its own', async () => {
  const elsewhere = await openEdge();
  const edge = await openEdge({ pbx: { url: elsewhere.pbx.url, localAddress: '127.0.0.2' } });
  const browser = edge.dial();
  await until(() => expect(elsewhere.pbx.addresses).toEqual(['127.0.0.2']));
  expect(browser.closed).toBeNull();
  await edge.close();
  await elsewhere.close();
});
