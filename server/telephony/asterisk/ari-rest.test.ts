import { once } from 'node:events';
import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../fake/virtual-clock.ts';
import { type AriRest, createAriRest } from './ari-rest.ts';

let server: http.Server;
let clock: VirtualClock;
let rest: AriRest;
let handle: http.RequestListener;
let seen: string[];

beforeEach(async () => {
  seen = [];
  handle = (_, response) => void response.end();
  server = http.createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  clock = createVirtualClock();
  rest = createAriRest({ url: `${baseUrl()}/ari`, user: 'u', password: 'p', clock, deadlineMs: 1_000 });
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function baseUrl(): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return `http://127.0.0.1:${address.port}`;
}

const answers = (status: number, body: string): void => {
  handle = (_, response) => void response.writeHead(status).end(body);
};

describe('a request to ARI', () => {
  it('encodes each part of its path, leaves out what is undefined and says who asks', async () => {
    answers(204, '');
    const query = { variable: 'PJSIP_HEADER(read,X)', none: undefined };
    expect(await rest('GET', ['channels', 'a/b', 'variable'], { query })).toEqual({ kind: 'done', body: null });
    expect(seen).toEqual(['GET /ari/channels/a%2Fb/variable?variable=PJSIP_HEADER%28read%2CX%29 Basic dTpw']);
  });

  it('gives back what was answered, and why it was refused', async () => {
    answers(200, '{"value":"x"}');
    expect(await rest('GET', ['x'])).toEqual({ kind: 'done', body: { value: 'x' } });
    answers(404, '{"message":"Channel not found"}');
    expect(await rest('GET', ['x'])).toEqual({ kind: 'refused', status: 404, message: 'Channel not found' });
    answers(500, '{"error":"Allocation failed"}');
    expect(await rest('POST', ['x'])).toEqual({ kind: 'refused', status: 500, message: 'Allocation failed' });
    answers(401, '<html>Authentication required</html>');
    expect(await rest('GET', ['x'])).toEqual({ kind: 'refused', status: 401, message: '' });
  });

  it('finds nobody who boots, hangs, cuts off or is not there', async () => {
    answers(503, '');
    expect(await rest('GET', ['x'])).toEqual({ kind: 'unavailable' });
    handle = (request) => void request.socket.destroy();
    expect(await rest('GET', ['x'])).toEqual({ kind: 'unavailable' });
    const asked = new Promise<void>((resolve) => {
      handle = () => resolve();
    });
    const hanging = rest('GET', ['x']);
    await asked;
    clock.advance(1_000);
    expect(await hanging).toEqual({ kind: 'unavailable' });
    const nowhere = createAriRest({ url: 'http://127.0.0.1:1', user: 'u', password: 'p', clock, deadlineMs: 1_000 });
    expect(await nowhere('GET', ['x'])).toEqual({ kind: 'unavailable' });
    expect(clock.pending()).toBe(0);
  });

  it('waits no longer than its deadline for a free place', async () => {
    handle = () => {};
    const all = Array.from({ length: 60 }, () => rest('GET', ['x']));
    clock.advance(1_000);
    expect(await Promise.all(all)).toEqual(all.map(() => ({ kind: 'unavailable' })));
    expect(clock.pending()).toBe(0);
  });

  it('has not more than 24 under way, and none is lost', async () => {
    let running = 0;
    let most = 0;
    handle = (_, response) => {
      running += 1;
      most = Math.max(most, running);
      setImmediate(() => {
        running -= 1;
        response.end('1');
      });
    };
    const all = await Promise.all(Array.from({ length: 100 }, () => rest('GET', ['x'])));
    expect(all).toEqual(all.map(() => ({ kind: 'done', body: 1 })));
    expect(most).toBeLessThanOrEqual(24);
  });
});
