import { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openEdge, startSilentPbx, until, type End, type OpenEdge } from './edge.testing.ts';
import { consoleId, request, response } from './sip-message.testing.ts';

let open: OpenEdge;
afterEach(() => open.close());

const other = 'f'.repeat(32);

/** Another console goes on as if nothing had happened. */
async function isUnmoved([browser, upstream]: [End, End]): Promise<void> {
  browser.send(request('OPTIONS', { from: `<sip:${other}@x>;tag=1`, callId: 'still here' }));
  await upstream.hears('still here');
  expect([browser.closed, upstream.closed]).toEqual([null, null]);
}

describe('a frame that is not SIP', () => {
  const invite = request('INVITE', { body: 'v=0\r\n' });

  it.each<[fault: string, code: number, send: (browser: End) => void]>([
    ['binary', 4400, ({ ws }) => ws.send(Buffer.from(invite))],
    ['notSip', 4400, (browser) => browser.send('hello')],
    ['notSip', 4400, (browser) => browser.send('')],
    ['notSip', 4400, (browser) => browser.send('\r\n\r\n\r\n')],
    ['controlCharacter', 4400, (browser) => browser.send(invite.replace('v=0', 'v=\0'))],
    ['badHeaders', 4400, (browser) => browser.send(invite.replace('Max-Forwards:', 'Max-Forwards'))],
    ['lineTooLong', 4400, (browser) => browser.send(request('INVITE', { headers: [`S: ${'a'.repeat(20_000)}`] }))],
    ['lengthMismatch', 4400, (browser) => browser.send(invite + invite)],
    ['lengthMismatch', 4400, (browser) => browser.send(invite.replace('Length: 5', 'Length: 50'))],
    ['badText', 1007, (browser) => browser.send('\xff\xfe')],
    ['tooLarge', 1009, (browser) => browser.send(request('INVITE', { body: 'v'.repeat(65_000) }))],
    ['notWebSocket', 1002, ({ ws }) => rawSocketOf(ws).write(Buffer.from([0xff, 0xff, 0xff, 0xff]))],
  ])('(%s) closes its connection with %i, and no other', async (fault, code, send) => {
    open = await openEdge();
    const neighbour = await open.connect('page-n', { id: other });
    const [browser, upstream] = await open.connect();
    send(browser);
    await until(() => expect(browser.closed?.code ?? 0).toBe(code));
    await upstream.closes(1000);
    expect(upstream.heard).toEqual([]);
    expect(open.edge.stats()).toMatchObject({ [`badFrame.${fault}`]: 1, 'closed.badFrame': 1, open: 1, lingering: 0 });
    await isUnmoved(neighbour);
  });

  it('as large as a frame may be is taken', async () => {
    open = await openEdge();
    const [browser, upstream] = await open.connect();
    browser.send(request('INVITE', { body: 'v'.repeat(64_000), callId: 'large' }));
    await upstream.hears('large');
    expect(browser.closed).toBeNull();
  });
});

/** The TCP socket under a client, to say what no client would. */
function rawSocketOf(ws: object): Socket {
  // The test reaches under the library on purpose; there is no public way to send a broken frame.
  const socket: unknown = Reflect.get(ws, '_socket');
  if (!(socket instanceof Socket)) throw new TypeError('there is no socket under the client');
  return socket;
}

describe('too much', () => {
  it('of messages closes the connection', async () => {
    open = await openEdge({ limits: { messagesPerSecond: 1, messageBurst: 5 } });
    const neighbour = await open.connect('page-n', { id: other });
    const [browser, upstream] = await open.connect();
    for (let i = 0; i < 6; i += 1) browser.send(request('OPTIONS'));
    await browser.closes(4429);
    await upstream.closes(1000);
    expect(upstream.heard).toHaveLength(5);
    expect(open.count('closed.flooding')).toBe(1);
    await isUnmoved(neighbour);
  });

  it('of messages is counted by the second', async () => {
    open = await openEdge({ limits: { messagesPerSecond: 1, messageBurst: 2 } });
    const [browser, upstream] = await open.connect();
    for (let i = 0; i < 5; i += 1) {
      browser.send(request('OPTIONS', { callId: `call-${i}` }));
      await upstream.hears(`call-${i}`);
      open.clock.advance(1000);
    }
    expect(browser.closed).toBeNull();
  });

  it('of bytes closes the connection', async () => {
    open = await openEdge({ limits: { bytesPerSecond: 1, byteBurst: 10_000 } });
    const [browser] = await open.connect();
    browser.send(request('INVITE', { body: 'v'.repeat(6000) }));
    browser.send(request('INVITE', { body: 'v'.repeat(6000) }));
    await browser.closes(4429);
    expect(open.count('messagesUp')).toBe(1);
  });

  it('of keep-alives or pings closes the connection as well', async () => {
    open = await openEdge({ limits: { messagesPerSecond: 1, messageBurst: 5 } });
    const [browser] = await open.connect();
    for (let i = 0; i < 6; i += 1) browser.send('\r\n\r\n');
    await browser.closes(4429);
    const [pinging] = await open.connect('page-p', { id: other });
    for (let i = 0; i < 6; i += 1) pinging.ws.ping();
    await pinging.closes(4429);
  });

  it('while the PBX has not taken the connection closes it', async () => {
    const silent = await startSilentPbx();
    open = await openEdge({ pbx: { url: silent.url }, limits: { queuedFrames: 2 } });
    const browser = open.dial();
    await silent.taken();
    await until(() => expect(browser.ws.readyState).toBe(browser.ws.OPEN));
    for (let i = 0; i < 3; i += 1) browser.send(request('OPTIONS'));
    await browser.closes(1013);
    expect(open.count('closed.queueFull')).toBe(1);
    await silent.stop();
  });

  it('for a browser that does not read closes its connection', async () => {
    open = await openEdge({ limits: { bufferedBytes: 100_000 } });
    const [browser, upstream] = await open.connect();
    browser.ws.pause();
    const large = response(200, 'OPTIONS', { body: 'v'.repeat(60_000) });
    await until(() => {
      for (let i = 0; i < 20; i += 1) upstream.send(large);
      expect(open.count('closed.tooSlow')).toBe(1);
    });
    browser.ws.resume();
    await browser.closes(4408);
  });

  it('for a PBX that does not read closes the connection', async () => {
    open = await openEdge({
      limits: { bufferedBytes: 100_000, messageBurst: 100_000, byteBurst: 1e9, messagesPerSecond: 1 },
    });
    const [browser, upstream] = await open.connect();
    upstream.ws.pause();
    const large = request('OPTIONS', { body: 'v'.repeat(60_000) });
    await until(() => {
      for (let i = 0; i < 20; i += 1) browser.send(large);
      expect(open.count('closed.tooSlow')).toBe(1);
    });
    await browser.closes(4408);
    expect(open.edge.stats()).toMatchObject({ open: 0, lingering: 0 });
  });
});

it('tells a page that there is no PBX', async () => {
  open = await openEdge({ pbx: null });
  const browser = open.dial();
  await browser.closes(1013);
  expect(open.edge.stats()).toMatchObject({ 'refused.pbxDown': 1, open: 0 });
  expect(open.log.join('')).not.toContain(`secret-of-${consoleId}`);
});
