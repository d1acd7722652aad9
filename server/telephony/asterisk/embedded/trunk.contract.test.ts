import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { SipCaller } from '../../../../caller/sip-caller.ts';
import { isJsonObject } from '../../../guardian/json-lines.ts';
import { startTestAsterisk, type TestAsterisk } from '../testing/test-asterisk.ts';

let asterisk: TestAsterisk;
let callers: SipCaller[] = [];

beforeAll(async () => {
  asterisk = await startTestAsterisk();
});
afterAll(() => asterisk.stop());
afterEach(async () => {
  await Promise.all(callers.map((caller) => caller.close()));
  callers = [];
});

async function callerFrom(localAddress: string, transport: 'udp' | 'tcp' = 'udp'): Promise<SipCaller> {
  const server = { host: '127.0.0.1', port: asterisk.sipPort };
  const caller = await SipCaller.open({ number: '15550199', server, localAddress, transport });
  callers.push(caller);
  return caller;
}

/** Our application's end of ARI's event stream: what it was told of calls that came in, and how to close it. */
async function stasisArguments(): Promise<{ readonly seen: string[][]; readonly close: () => Promise<void> }> {
  const { url, user, password } = asterisk.ari;
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/events?app=${asterisk.stasisApp}&api_key=${user}:${password}`,
  );
  const seen: string[][] = [];
  socket.on('message', (data: Buffer) => {
    const event: unknown = JSON.parse(data.toString());
    if (isJsonObject(event) && event['type'] === 'StasisStart' && Array.isArray(event['args']))
      seen.push(event['args'].map(String));
  });
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      socket.on('close', () => resolve());
      socket.close();
    });
  return { seen, close };
}

describe('a call from the trunk', () => {
  it('comes to the server with the number as it was dialled, whatever it looks like', async () => {
    const app = await stasisArguments();
    const dialled = ['15550100', '+15550100', '0044', 'reception', 'front.desk-2', '*72', '7'];
    for (const number of dialled) {
      const caller = await callerFrom('127.0.0.1');
      await caller.dial(number);
      await vi.waitFor(() => expect(app.seen.at(-1)).toEqual(['incoming', number]), { timeout: 5_000 });
      await caller.cancel();
    }
    await app.close();
  });

  it('cannot pass a second argument in the number', async () => {
    const app = await stasisArguments();
    const caller = await callerFrom('127.0.0.1');
    await caller.dial(`sip:100,agent,victim@127.0.0.1:${asterisk.sipPort}`);
    await vi.waitFor(() => expect(app.seen).toEqual([['incoming', '100agentvictim']]), { timeout: 5_000 });
    await app.close();
  });

  it('comes over TCP, too', async () => {
    const app = await stasisArguments();
    const caller = await callerFrom('127.0.0.1', 'tcp');
    await caller.dial('15550100');
    await vi.waitFor(() => expect(app.seen).toEqual([['incoming', '15550100']]), { timeout: 5_000 });
    await app.close();
  });

  it('is answered and told to try again while the server is away', async () => {
    const caller = await callerFrom('127.0.0.1');
    await caller.dial('15550100');
    await caller.answered();
    await caller.until(() => caller.level() > 0.01, 5_000, 'a voice');
    const ending = await caller.ended(20_000);
    expect(ending.by).toBe('them');
  });
});

describe('a stranger', () => {
  it('is refused, and counted', async () => {
    const caller = await callerFrom('127.0.0.9');
    await caller.dial('15550100');
    expect((await caller.ended()).why).toBe('rejected');
    expect(caller.statuses).toContain(401);
    await vi.waitFor(() => expect(asterisk.rejectedSip()).toMatchObject({ InvalidAccountID: 1 }), { timeout: 10_000 });
  });
});

it('the sounds of the announcement are there', () => {
  for (const name of ['im-sorry', 'please-try-call-later', 'beep']) {
    expect(existsSync(path.join(asterisk.soundsFolder, 'en', `${name}.gsm`))).toBe(true);
  }
});
