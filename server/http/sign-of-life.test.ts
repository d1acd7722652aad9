import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openTestWeb } from './http.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let cookie: string;
let consoleId: string;
const pageId = 'page-of-this-test';
const open: WebSocket[] = [];

beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('mira');
  cookie = await web.signInAs('mira');
  const me = await web.app.inject({ url: '/api/v1/session', headers: { host: 'localhost:8080', cookie } });
  consoleId = me.json<{ console: { id: string } }>().console.id;
  await web.signIn(consoleId, pageId);
  await web.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await web.app.close();
});

/** An event stream of a page that has said hello; `answers`: as long as it is not frozen. */
async function follow(query: string, { answers }: { readonly answers: boolean }) {
  const { port } = new URL(web.app.listeningOrigin);
  const socket = new WebSocket(`ws://localhost:${port}/events${query}`, {
    headers: { cookie },
    origin: `http://localhost:${port}`,
  });
  open.push(socket);
  let heartbeats = 0;
  socket.on('message', (data: Buffer) => {
    if (!data.toString().includes('"heartbeat"')) return;
    heartbeats += 1;
    if (answers) socket.send('{"type":"alive"}');
  });
  await once(socket, 'open');
  socket.send('{"type":"hello"}');
  await expect.poll(() => heartbeats).toBe(1);
  return { socket, heartbeats: () => heartbeats };
}

const hears = (): boolean => web.desk.consoles.hears(consoleId);

/** Two seconds go by, and with them a heartbeat and, from the browser, a pong. */
async function beat(stream: Awaited<ReturnType<typeof follow>>): Promise<void> {
  const before = stream.heartbeats();
  const ponged = once(stream.socket, 'ping');
  web.clock.advance(2000);
  await ponged;
  await expect.poll(stream.heartbeats).toBe(before + 1);
  // What the page has sent by now has arrived when the answer to a later ping is there.
  stream.socket.ping();
  await once(stream.socket, 'pong');
}

describe('a page that follows the event stream', () => {
  it('is rung as long as it answers the heartbeats itself', async () => {
    const stream = await follow(`?page=${pageId}`, { answers: true });
    for (let beats = 0; beats < 5; beats += 1) await beat(stream);
    expect(hears()).toBe(true);
  });

  it('is not rung when only its browser answers: the page is frozen', async () => {
    const stream = await follow(`?page=${pageId}`, { answers: false });
    await beat(stream);
    await beat(stream);
    expect(hears()).toBe(true);
    await beat(stream);
    expect(hears()).toBe(false);
    expect(stream.socket.readyState).toBe(WebSocket.OPEN);
    stream.socket.send('{"type":"alive"}');
    await expect.poll(hears).toBe(true);
  });

  it.each([
    ['does not say which page it is', ''],
    ['says it in a way no page does', '?page=x'],
  ])('is judged by its registration alone if it %s', async (_what, query) => {
    const stream = await follow(query, { answers: false });
    for (let beats = 0; beats < 4; beats += 1) await beat(stream);
    expect(hears()).toBe(true);
  });

  it('says hello once, and nothing else but that it is alive', async () => {
    const { socket } = await follow(`?page=${pageId}`, { answers: true });
    const closed = once(socket, 'close');
    socket.send('{"type":"hello"}');
    expect((await closed)[0]).toBe(4400);
  });

  it('does not begin with being alive', async () => {
    const { port } = new URL(web.app.listeningOrigin);
    const socket = new WebSocket(`ws://localhost:${port}/events`, {
      headers: { cookie },
      origin: `http://localhost:${port}`,
    });
    open.push(socket);
    await once(socket, 'open');
    const closed = once(socket, 'close');
    socket.send('{"type":"alive"}');
    expect((await closed)[0]).toBe(4400);
  });
});
