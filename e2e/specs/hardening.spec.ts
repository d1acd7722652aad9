import { once } from 'node:events';
import { WebSocket } from 'ws';
import { SipCaller } from '../../caller/sip-caller.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';
import { metric } from '../support/metrics.ts';

async function cookieOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'ana@nordkap.example', password: 'frontdesk-demo' }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('malformed SIP closes that connection, and nobody else notices', async ({ signIn, caller, frontdesk }) => {
  const mira = await signIn('mira');
  const url = `${frontdesk.url.replace('http', 'ws')}/sip?page=page-of-a-stranger`;
  const cookie = await cookieOf(frontdesk.url);
  for (const garbage of ['garbage', 'INVITE\r\n\r\n', 'REGISTER sip:x SIP/2.0\r\nNo Colon Here\r\n\r\n', '\0\0\0']) {
    const socket = new WebSocket(url, ['sip'], { headers: { cookie }, origin: frontdesk.url });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    socket.send(garbage);
    await closed;
  }
  const ned = await caller('Ned Unmoved');
  await dial(ned);
  await expect(mira.ringing('Ned Unmoved')).toBeVisible();
});

test('a stranger at the trunk is refused and counted', async ({ frontdesk, atTheEnd }) => {
  const stranger = await SipCaller.open({
    number: '+16505550666',
    name: 'Stranger',
    server: frontdesk.sip,
    localAddress: '127.0.0.66',
  });
  atTheEnd('caller', () => stranger.close());
  const before = await metric(frontdesk.url, 'frontdesk_sip_rejected');
  const arrived = await metric(frontdesk.url, 'frontdesk_call_arrived_total');
  await stranger.dial('0044123456789');
  await stranger.ended();
  expect(stranger.statuses.at(-1)).toBe(401);
  await expect.poll(() => metric(frontdesk.url, 'frontdesk_sip_rejected')).toBeGreaterThan(before);
  expect(await metric(frontdesk.url, 'frontdesk_call_arrived_total')).toBe(arrived);
});

test('a request of another site is refused on both sockets', async ({ frontdesk }) => {
  const cookie = await cookieOf(frontdesk.url);
  for (const path of ['/events', '/sip?page=page-of-a-stranger']) {
    const url = frontdesk.url.replace('http', 'ws') + path;
    const socket = new WebSocket(url, ['sip'], { headers: { cookie }, origin: 'https://evil.example' });
    const [, response]: { statusCode: number }[] = await once(socket, 'unexpected-response');
    expect(response?.statusCode).toBe(403);
  }
});

test('names are shown as text, whatever is in them', async ({ signIn, caller }) => {
  const mira = await signIn('mira');
  const names = ['<b>Bold</b> <script>1</script>', 'שלום עולם', 'Zoë 🛎️ Ünal', 'N'.repeat(80)];
  for (const name of names) await dial(await caller(name));
  // Asterisk keeps 79 bytes of a name.
  for (const name of names) await expect(mira.card(name.slice(0, 70))).toBeVisible();
});
