import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { serverFrameSchema, type ServerFrame } from '../../shared/protocol/stream.ts';
import { openTestWeb } from './http.testing.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let port: number;
const open: WebSocket[] = [];

beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('ana');
  await web.addUser('mira');
  await web.addUser('ingrid', 'supervisor');
  const main = {
    id: 'main',
    name: 'Main number',
    answerWithinSeconds: 30,
    openingHours: null,
    exceptions: [],
    timeZone: 'UTC',
    ...quietRules,
  };
  await web.stores.directory.saveQueue(main, ['u-ana']);
  await web.app.listen({ host: '127.0.0.1', port: 0 });
  port = Number(new URL(web.app.listeningOrigin).port);
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await web.app.close();
});

function connect(cookie: string, path = '/events', origin = `http://localhost:${port}`): WebSocket {
  const socket = new WebSocket(`ws://localhost:${port}${path}`, { headers: { cookie }, origin });
  // A refused handshake has nothing to terminate; what the test expects of it, it reads from the response.
  socket.once('open', () => open.push(socket));
  return socket;
}

/** A page that has said hello; `next` gives the frames that are not heartbeats, one by one. */
async function page(cookie: string, after?: number) {
  const socket = connect(cookie);
  const frames: ServerFrame[] = [];
  const waiting: ((frame: ServerFrame) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = serverFrameSchema.parse(JSON.parse(data.toString()));
    if (frame.type === 'heartbeat') return;
    const taker = waiting.shift();
    if (taker === undefined) frames.push(frame);
    else taker(frame);
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', ...(after !== undefined && { after }) }));
  const next = (): Promise<ServerFrame> => {
    const frame = frames.shift();
    return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
  };
  return { socket, next };
}

const refusal = async (socket: WebSocket): Promise<number> => {
  const [, response]: { statusCode: number }[] = await once(socket, 'unexpected-response');
  return response?.statusCode ?? 0;
};

describe('the event stream', () => {
  it('begins with everything as it stands, and goes on with what happens', async () => {
    await web.signIn('ana-desk');
    const { next } = await page(await web.signInAs('ana'));
    expect(await next()).toMatchObject({ type: 'snapshot', calls: [] });
    await web.arrive('Jane');
    expect(await next()).toMatchObject({ type: 'event', event: { body: { event: { type: 'arrived' } } } });
    expect(await next()).toMatchObject({ type: 'event', event: { body: { event: { type: 'offered' } } } });
  });

  it('shows a newcomer the calls that are going on', async () => {
    await web.arrive('Jane');
    const { next } = await page(await web.signInAs('ana'));
    expect(await next()).toMatchObject({ type: 'snapshot', calls: [{ caller: { name: 'Jane' }, state: 'queued' }] });
  });

  it('tells who comes back only what they missed', async () => {
    const cookie = await web.signInAs('ana');
    const first = await page(cookie);
    const snapshot = await first.next();
    first.socket.close();
    await web.arrive('Jane');
    const again = await page(cookie, snapshot.type === 'snapshot' ? snapshot.sequence : -1);
    expect(await again.next()).toMatchObject({ type: 'resumed' });
    expect(await again.next()).toMatchObject({ type: 'event', event: { body: { event: { type: 'arrived' } } } });
  });

  it('gives a snapshot to who claims to have been in the future', async () => {
    const { next } = await page(await web.signInAs('ana'), 1_000_000);
    expect(await next()).toMatchObject({ type: 'snapshot' });
  });

  it('does not tell a receptionist of other queues, but a supervisor of all', async () => {
    const mira = await page(await web.signInAs('mira'));
    const ingrid = await page(await web.signInAs('ingrid'));
    expect(await mira.next()).toMatchObject({ type: 'snapshot' });
    expect(await ingrid.next()).toMatchObject({ type: 'snapshot' });
    await web.arrive('Jane');
    await web.stores.events.append({ kind: 'phoneSystem', state: 'down' }, web.clock.now());
    expect(await ingrid.next()).toMatchObject({ event: { body: { kind: 'call' } } });
    expect(await mira.next()).toMatchObject({ event: { body: { kind: 'phoneSystem', state: 'down' } } });
  });

  it('tells everything anew to whoever joined a queue, or sees more by their role', async () => {
    const mira = await page(await web.signInAs('mira'));
    await mira.next();
    await web.arrive('Jane');
    await web.stores.directory.setQueuesOf('u-mira', ['main']);
    web.memberships.tell(['u-mira', 'u-ana']);
    expect(await mira.next()).toMatchObject({ type: 'snapshot', calls: [{ caller: { name: 'Jane' } }] });
    await web.stores.directory.setQueuesOf('u-mira', []);
    web.memberships.tell(['u-mira']);
    expect(await mira.next()).toMatchObject({ type: 'snapshot', calls: [] });
    await web.stores.users.update('u-mira', { role: 'supervisor' });
    web.memberships.tell(['u-mira']);
    expect(await mira.next()).toMatchObject({ type: 'snapshot', calls: [{ caller: { name: 'Jane' } }] });
  });

  it('ends with the session, and says so', async () => {
    const cookie = await web.signInAs('ana');
    const { socket, next } = await page(cookie);
    await next();
    const closed = once(socket, 'close');
    await web.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { host: 'localhost:8080', cookie } });
    expect((await closed)[0]).toBe(4401);
  });

  it.each([
    ['not JSON', '{'],
    ['not a hello', '{"type":"goodbye"}'],
  ])('closes on %s', async (_what, text) => {
    const socket = connect(await web.signInAs('ana'));
    await once(socket, 'open');
    const closed = once(socket, 'close');
    socket.send(text);
    expect((await closed)[0]).toBe(4400);
  });

  it('is not opened without a session, from another site, or elsewhere', async () => {
    expect(await refusal(connect(''))).toBe(401);
    const cookie = await web.signInAs('ana');
    expect(await refusal(connect(cookie, '/events', 'https://evil.example'))).toBe(403);
    expect(await refusal(connect(cookie, '/sip?page=page-0001', 'https://evil.example'))).toBe(403);
    expect(await refusal(connect(cookie, '/sip'))).toBe(400);
    expect(await refusal(connect(cookie, '/elsewhere'))).toBe(404);
  });

  it('leads no telephone to a PBX that is not there, which would refuse it for good', async () => {
    expect(await refusal(connect(await web.signInAs('ana'), '/sip?page=page-0001'))).toBe(503);
  });
});
