import { afterEach, describe, expect, it } from 'vitest';
import { openEdge, startSilentPbx, until, type End, type OpenEdge } from './edge.testing.ts';
import { consoleId, registered, request } from './sip-message.testing.ts';

let open: OpenEdge;
afterEach(() => open.close());

/** Waits until the edge has heard everything both sides said so far: their pongs came before these answers. */
async function settle([browser, upstream]: [End, End]): Promise<void> {
  const before = browser.heard.filter((frame) => frame === '\r\n').length;
  browser.send('\r\n\r\n');
  await until(() => expect(browser.heard.filter((frame) => frame === '\r\n')).toHaveLength(before + 1));
  const id = `settled-${browser.heard.length}`;
  upstream.send(request('OPTIONS', { callId: id }));
  await browser.hears(id);
}

async function beat(ends: [End, End]): Promise<void> {
  const [browser, upstream] = [ends[0].pings, ends[1].pings];
  open.clock.advance(2000);
  await until(() => expect([ends[0].pings, ends[1].pings]).toEqual([browser + 1, upstream + 1]));
}

describe('death', () => {
  it('does not come to those who answer', async () => {
    open = await openEdge();
    const ends = await open.connect();
    for (let i = 0; i < 10; i += 1) {
      await beat(ends);
      await settle(ends);
    }
    expect([ends[0].closed, ends[1].closed]).toEqual([null, null]);
  });

  it('of a browser is found within ten seconds; the connection lingers', async () => {
    open = await openEdge();
    const ends = await open.connect('page-1', { autoPong: false });
    ends[1].send(registered(600));
    await ends[0].hears('expires=600');
    const died = open.clock.now();
    for (let i = 0; i < 2; i += 1) {
      await beat(ends);
      await settle(ends);
      expect(open.presence).toEqual([`registered ${consoleId} page-1`]);
    }
    open.clock.advance(2000);
    expect(open.presence.at(-1)).toBe(`gone ${consoleId} page-1`);
    expect(open.clock.now() - died).toBeLessThan(10_000);
    await ends[0].closes(1006);
    expect(ends[1].closed).toBeNull();
    expect(open.edge.stats()).toMatchObject({ 'dropped.dead': 1, lingering: 1 });
  });

  it('of the PBX is found within ten seconds; the browser is told to come again', async () => {
    open = await openEdge({ deafPbx: true });
    const ends = await open.connect();
    ends[1].send(registered(600));
    await ends[0].hears('expires=600');
    for (let i = 0; i < 2; i += 1) {
      await beat(ends);
      await settle(ends);
    }
    open.clock.advance(2000);
    await ends[0].closes(1012);
    expect(open.presence.at(-1)).toBe(`gone ${consoleId} page-1`);
    expect(open.count('closed.pbxDead')).toBe(1);
  });

  it('of the PBX is found while a page is away as well', async () => {
    open = await openEdge({ deafPbx: true });
    const [browser, upstream] = await open.connect();
    browser.ws.terminate();
    await until(() => expect(open.count('lingering')).toBe(1));
    open.clock.advance(6000);
    await until(() => expect(upstream.closed).not.toBeNull());
    expect(open.edge.stats()).toMatchObject({ lingering: 0, 'closed.pbxDead': 1 });
  });
});

describe('the PBX', () => {
  it('closing a connection closes the browser, which comes again to a fresh one', async () => {
    open = await openEdge();
    const [browser, upstream] = await open.connect();
    upstream.send(registered(600));
    await browser.hears('expires=600');
    upstream.ws.close(1001);
    await browser.closes(1012);
    expect(open.presence).toEqual([`registered ${consoleId} page-1`, `gone ${consoleId} page-1`]);
    expect(open.count('closed.pbxClosed')).toBe(1);
    const [, fresh] = await open.connect();
    expect(fresh).not.toBe(upstream);
  });

  it('that cannot be reached closes the browser', async () => {
    const gone = await openEdge();
    const { url } = gone.pbx;
    await gone.close();
    open = await openEdge({ pbx: { url } });
    await open.dial().closes(1012);
    expect(open.edge.stats()).toMatchObject({ 'closed.pbxUnreachable': 1, open: 0 });
  });

  it('that takes the connection and says nothing is given five seconds', async () => {
    const silent = await startSilentPbx();
    open = await openEdge({ pbx: { url: silent.url } });
    const browser = open.dial();
    await silent.taken();
    open.clock.advance(4999);
    expect(open.count('open')).toBe(1);
    open.clock.advance(1);
    await browser.closes(1012);
    expect(open.count('closed.pbxUnreachable')).toBe(1);
    await silent.stop();
  });
});

it('cuts the line to a browser that does not close by itself', async () => {
  open = await openEdge();
  const [browser] = await open.connect();
  browser.ws.pause();
  const closed = open.edge.close();
  open.clock.advance(1000);
  await closed;
  browser.ws.resume();
  await until(() => expect(browser.closed).not.toBeNull());
});
