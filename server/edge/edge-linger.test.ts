import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEdge, startSilentPbx, until, type End, type OpenEdge } from './edge.testing.ts';
import { consoleId, registered, request, response } from './sip-message.testing.ts';

let open: OpenEdge;
beforeEach(async () => {
  open = await openEdge();
});
afterEach(() => open.close());

const other = 'f'.repeat(32);
const bye = request('BYE', { callId: 'the end' });

async function register([browser, upstream]: [End, End], id = consoleId): Promise<void> {
  upstream.send(registered(600, id));
  await browser.hears('expires=600');
}
const drop = async ({ ws }: End): Promise<void> => {
  const before = open.count('dropped.closed') ?? 0;
  ws.terminate();
  await until(() => expect(open.count('dropped.closed')).toBe(before + 1));
};

describe('a page that drops', () => {
  it('is gone at once, and there again when it comes back to its connection', async () => {
    const [browser, upstream] = await open.connect();
    await register([browser, upstream]);
    expect(open.presence).toEqual([`registered ${consoleId} page-1`]);
    await drop(browser);
    expect(open.presence.at(-1)).toBe(`gone ${consoleId} page-1`);
    expect(open.edge.stats()).toMatchObject({ open: 0, lingering: 1 });
    expect(open.edge.holds({ consoleId, pageId: 'page-1' })).toBe(true);
    expect(open.edge.holds({ consoleId, pageId: 'page-2' })).toBe(false);

    const again = open.dial();
    await until(() => expect(open.presence).toHaveLength(3));
    expect(open.presence.at(-1)).toBe(`registered ${consoleId} page-1`);
    await until(() => expect(again.ws.readyState).toBe(again.ws.OPEN));
    again.send(request('OPTIONS', { callId: 'back' }));
    await upstream.hears('back');
    expect(open.pbx.ends).toHaveLength(1);
    expect(open.edge.stats()).toMatchObject({ open: 1, lingering: 0, reattached: 1 });
  });

  it('finds the BYE that came meanwhile', async () => {
    const [browser, upstream] = await open.connect();
    await drop(browser);
    upstream.send(bye);
    await until(() => expect(open.count('messagesDown')).toBe(2));
    await open.dial().hears('the end');
  });

  it('is spoken for when an invitation is taken back meanwhile, and finds the CANCEL when it comes back', async () => {
    const [browser, upstream] = await open.connect();
    await drop(browser);
    upstream.send(request('CANCEL', { callId: 'given up' }));
    await upstream.hears('487 Request Terminated');
    const [cancelled, terminated] = upstream.heard.slice(-2);
    expect(cancelled).toMatch(/^SIP\/2\.0 200 OK\r\n(.+\r\n)*CSeq: 1 CANCEL\r\n/);
    expect(terminated).toMatch(/^SIP\/2\.0 487 Request Terminated\r\n(.+\r\n)*CSeq: 1 INVITE\r\n/);
    expect(terminated).toContain('branch=z9hG4bK776asdhds');
    await open.dial().hears('given up');
  });

  it('answers for itself while it is there', async () => {
    const [browser, upstream] = await open.connect();
    upstream.send(request('CANCEL', { callId: 'given up' }));
    await browser.hears('given up');
    browser.send(response(200, 'CANCEL', { callId: 'given up' }));
    await upstream.hears('200 Whatever');
    expect(upstream.heard.join('')).not.toContain('487');
  });

  it('finds the BYE that went into the dead socket before anybody knew', async () => {
    const [browser, upstream] = await open.connect();
    browser.ws.pause();
    upstream.send(bye);
    await until(() => expect(open.count('messagesDown')).toBe(2));
    browser.ws.terminate();
    await open.dial().hears('the end');
  });

  it('does not hear again what it has confirmed', async () => {
    const [browser, upstream] = await open.connect();
    upstream.send(bye);
    await browser.hears('the end');
    open.clock.advance(2000);
    await until(() => expect(browser.pings).toBe(1));
    browser.send('\r\n\r\n');
    await until(() => expect(browser.heard.at(-1)).toBe('\r\n'));
    await drop(browser);
    const again = open.dial();
    upstream.send(request('OPTIONS', { callId: 'next' }));
    await again.hears('next');
    expect(again.heard).toHaveLength(1);
  });

  it('may come before its old socket is known to be dead', async () => {
    const [browser, upstream] = await open.connect();
    await register([browser, upstream]);
    const again = open.dial();
    await browser.closes(1000);
    again.send(request('OPTIONS', { callId: 'on the new one' }));
    await upstream.hears('on the new one');
    expect(open.presence).toEqual([`registered ${consoleId} page-1`]);
    expect(open.edge.stats()).toMatchObject({ open: 1, reattached: 1, 'dropped.closed': 0 });
  });

  /** A beat that the PBX answers: what it says after its pong proves that the pong was heard. */
  const beat = async (upstream: End): Promise<void> => {
    const [pings, down] = [upstream.pings, open.count('messagesDown') ?? 0];
    open.clock.advance(2000);
    await until(() => expect(upstream.pings).toBe(pings + 1));
    upstream.send(request('OPTIONS'));
    await until(() => expect(open.count('messagesDown')).toBe(down + 1));
  };

  it('is waited for eight seconds, and then its connection ends', async () => {
    const [browser, upstream] = await open.connect();
    await drop(browser);
    for (let i = 0; i < 3; i += 1) await beat(upstream);
    open.clock.advance(1999);
    expect(open.count('lingering')).toBe(1);
    open.clock.advance(1);
    await upstream.closes(1000);
    expect(open.edge.stats()).toMatchObject({ lingering: 0, 'closed.lingerOver': 1 });
    const [, fresh] = await open.connect();
    expect(fresh).not.toBe(upstream);
  });

  it('is not waited for any more once it is back', async () => {
    const [browser, upstream] = await open.connect();
    await drop(browser);
    const again = open.dial();
    await until(() => expect(open.count('open')).toBe(1));
    for (let i = 0; i < 5; i += 1) {
      await beat(upstream);
      await until(() => expect(again.heard).toHaveLength(i + 2));
      again.send('\r\n');
      await until(() => expect(open.count('keepAlives')).toBe(i + 1));
    }
    expect([again.closed, upstream.closed]).toEqual([null, null]);
  });

  it('is not waited for when too much waits for it', async () => {
    const [browser, upstream] = await open.connect();
    await drop(browser);
    for (let i = 0; i < 33; i += 1) upstream.send(request('OPTIONS'));
    await upstream.closes(1000);
    expect(open.count('closed.queueFull')).toBe(1);
  });

  it('before the PBX has taken the connection is not waited for', async () => {
    const silent = await startSilentPbx();
    const early = await openEdge({ pbx: { url: silent.url } });
    const browser = early.dial();
    await silent.taken();
    browser.ws.terminate();
    await until(() => expect(early.count('closed.leftEarly')).toBe(1));
    await early.close();
    await silent.stop();
  });

  it('and was registered meanwhile, is there only when it is back', async () => {
    const [browser, upstream] = await open.connect();
    await drop(browser);
    upstream.send(registered(600));
    await until(() => expect(open.count('messagesDown')).toBe(2));
    expect(open.presence).toEqual([]);
    open.dial();
    await until(() => expect(open.presence).toEqual([`registered ${consoleId} page-1`]));
  });
});

describe('a new page of the same console', () => {
  it('takes over from one that dropped, with a connection of its own', async () => {
    const [browser, upstream] = await open.connect();
    await register([browser, upstream]);
    await drop(browser);
    const [, fresh] = await open.connect('page-2');
    await upstream.closes(1000);
    expect(fresh.closed).toBeNull();
    expect(open.edge.stats()).toMatchObject({ open: 1, lingering: 0, 'closed.replaced': 1 });
  });

  it('takes over from one that is open: that one is gone before this one registers', async () => {
    const [browser, upstream] = await open.connect();
    await register([browser, upstream]);
    const next = await open.connect('page-2');
    await browser.closes(4409);
    await register(next);
    expect(open.presence).toEqual([
      `registered ${consoleId} page-1`,
      `gone ${consoleId} page-1`,
      `registered ${consoleId} page-2`,
    ]);
  });

  it('is not disturbed by the late end of the old one', async () => {
    const [browser] = await open.connect();
    const next = await open.connect('page-2');
    await register(next);
    await browser.closes(4409);
    open.clock.advance(20);
    expect(open.presence).toEqual([`registered ${consoleId} page-2`]);
    expect(open.count('open')).toBe(1);
  });

  it('of another console changes nothing', async () => {
    const [browser] = await open.connect();
    await open.connect('page-1', { id: other });
    expect(browser.closed).toBeNull();
    expect(open.count('open')).toBe(2);
  });
});

describe('a registration', () => {
  it('that is taken back means gone, and one renewed means there again', async () => {
    const ends = await open.connect();
    await register(ends);
    ends[1].send(registered(0));
    await until(() => expect(open.presence.at(-1)).toBe(`gone ${consoleId} page-1`));
    ends[1].send(registered(300));
    await until(() => expect(open.presence).toHaveLength(3));
    ends[1].send(registered(301));
    await ends[0].hears('expires=301');
    expect(open.presence).toHaveLength(3);
  });

  it('is told after the answer is on its way to the browser, and ends with the connection', async () => {
    const ends = await open.connect();
    await register(ends);
    open.edge.disconnect(consoleId, 4401, 'signed out');
    expect(open.presence).toEqual([`registered ${consoleId} page-1`, `gone ${consoleId} page-1`]);
  });
});
