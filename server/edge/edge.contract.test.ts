import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openAsteriskRig, type AsteriskRig } from '../telephony/asterisk/asterisk-rig.testing.ts';
import { openEdge, type End, type OpenEdge } from './edge.testing.ts';
import { consoleId, request } from './sip-message.testing.ts';

const slow = { timeout: 10_000, interval: 10 };
const secret = `secret-of-${consoleId}`;
const registration = request('REGISTER', {
  headers: [`Contact: <sip:${consoleId}@7rbd4l.invalid;transport=ws>`, 'Expires: 600'],
});

let rig: AsteriskRig;
let open: OpenEdge;

beforeAll(async () => {
  rig = await openAsteriskRig();
  await vi.waitFor(() => expect(rig.telephony.status().state).toBe('connected'), slow);
  expect(await rig.telephony.admitConsole({ consoleId, displayName: 'Ada', secret })).toMatchObject({ ok: true });
  const { wsUrl, localAddress } = rig.asterisk.edge;
  open = await openEdge({ pbx: { url: wsUrl, localAddress } });
});
afterAll(async () => {
  // Asterisk keeps the line of a leg that is still ringing; the edge cuts it after its second.
  const closed = open.edge.close();
  open.clock.advance(1000);
  await closed;
  await open.close();
  await rig.close();
});

const hears = (browser: End, what: RegExp): Promise<string> =>
  vi.waitFor(() => {
    const found = browser.heard.find((frame) => what.test(frame));
    if (found === undefined) throw new Error(`${what} was not heard`);
    return found;
  }, slow);

/** The headers every answer repeats (RFC 3261 §8.2.6.2). */
const ringing = (invite: string): string =>
  [
    'SIP/2.0 180 Ringing',
    ...invite
      .split('\r\n')
      .filter((line) => /^(?:Via|From|To|Call-ID|CSeq):/i.test(line))
      .map((line) => (line.startsWith('To:') ? `${line};tag=console` : line)),
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');

async function register(page: string): Promise<End> {
  const browser = open.dial(page);
  browser.ws.once('open', () => browser.send(registration));
  await hears(browser, /^SIP\/2\.0 200 [^]*REGISTER/);
  return browser;
}

const ring = (legId: string) =>
  rig.telephony.originate({
    legId,
    to: { consoleId },
    from: { number: '+15550001111', name: 'Zoë' },
    headers: {},
    timeoutSeconds: 20,
    tag: { callId: 'c'.repeat(32), role: 'agent', consoleId },
  });

describe('the edge before a real Asterisk', () => {
  it('registers a console that brings no password, and says that it can ring', async () => {
    const browser = await register('page-1');
    expect(open.presence).toEqual([`registered ${consoleId} page-1`]);
    expect(await ring('leg-1')).toMatchObject({ ok: true });
    const invite = await hears(browser, /^INVITE /);
    expect(Buffer.from(invite, 'latin1').toString()).toContain('"Zoë"');
    browser.send(ringing(invite));
    await rig.telephony.hangUp('leg-1');
    await hears(browser, /^CANCEL /);
  });

  it('brings a page that dropped what Asterisk said meanwhile', async () => {
    const browser = await register('page-2');
    await ring('leg-2');
    browser.send(ringing(await hears(browser, /^INVITE /)));
    browser.ws.terminate();
    await vi.waitFor(() => expect(open.count('lingering')).toBe(1), slow);
    expect(open.presence.at(-1)).toBe(`gone ${consoleId} page-2`);
    await rig.telephony.hangUp('leg-2');
    await vi.waitFor(() => expect(open.count('messagesDown')).toBeGreaterThan(3), slow);
    const again = open.dial('page-2');
    await hears(again, /^CANCEL /);
    expect(open.presence.at(-1)).toBe(`registered ${consoleId} page-2`);
    expect(await ring('leg-3')).toMatchObject({ ok: true });
    await hears(again, /^INVITE [^]*CSeq/);
    await rig.telephony.hangUp('leg-3');
  });

  it('is nobody to Asterisk without the proof', async () => {
    const { wsUrl, localAddress } = rig.asterisk.edge;
    const liar = await openEdge({ pbx: { url: wsUrl, localAddress }, secretOf: () => 'guessed' });
    const browser = liar.dial();
    browser.ws.once('open', () => browser.send(registration));
    await hears(browser, /^SIP\/2\.0 401 /);
    expect(liar.presence).toEqual([]);
    await liar.close();
  });
});
