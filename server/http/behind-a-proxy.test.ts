import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWeb } from './http.testing.ts';

const origin = 'https://desk.example';
const proxy = '10.0.0.7';

let web: Awaited<ReturnType<typeof openTestWeb>>;
beforeEach(async () => {
  web = await openTestWeb({ origins: [origin, 'http://localhost:8080'], proxies: [proxy] });
  await web.addUser('ana');
});
afterEach(() => web.app.close());

/** One request as it arrives: from an address, with whom it says it is forwarded for. */
type Way = { readonly from?: string; readonly for: string; readonly headers?: Readonly<Record<string, string>> };

const signIn = (name: string, password: string, way: Way) =>
  web.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    remoteAddress: way.from ?? proxy,
    headers: { host: 'desk.example', 'x-forwarded-for': way.for, ...way.headers },
    payload: { login: `${name}@nordkap.example`, password },
  });

async function guessThirtyTimes(way: (guess: number) => Way): Promise<void> {
  for (let guess = 0; guess < 30; guess += 1) await signIn(`nobody-${guess}`, 'x', way(guess));
}

describe('behind a proxy with TLS', () => {
  it.each([
    ['from the address people type', { origin }, true],
    ['from a program that says no origin', {}, true],
    ['from the machine itself, without TLS', { origin: 'http://localhost:8080' }, false],
  ])('the cookie of a sign-in %s is kept from plain HTTP as it should be', async (_where, headers, secure) => {
    const answer = await signIn('ana', 'ana-password', { for: '203.0.113.5', headers });
    expect(answer.statusCode).toBe(201);
    expect(answer.cookies[0]?.secure ?? false).toBe(secure);
  });

  it('a stranger who guesses locks nobody out but themselves, whatever they say where they come from', async () => {
    await guessThirtyTimes((guess) => ({ for: `198.51.100.${guess}, 203.0.113.5` }));
    const [stranger, ana] = [
      await signIn('ana', 'ana-password', { for: '203.0.113.5' }),
      await signIn('ana', 'ana-password', { for: '192.0.2.20' }),
    ];
    expect([stranger.json().code, ana.statusCode]).toEqual(['tooManyAttempts', 201]);
  });

  it('who is not the proxy is not believed', async () => {
    await guessThirtyTimes((guess) => ({ from: '203.0.113.5', for: `198.51.100.${guess}` }));
    const late = await signIn('ana', 'ana-password', { from: '203.0.113.5', for: '192.0.2.20' });
    expect(late.json().code).toBe('tooManyAttempts');
  });

  it('every desk has its own share of requests', async () => {
    const left = async (desk: string) => {
      const headers = { host: 'desk.example', 'x-forwarded-for': desk };
      const answer = await web.app.inject({ url: '/api/v1/welcome', remoteAddress: proxy, headers });
      return answer.headers['x-ratelimit-remaining'];
    };
    const first = await left('192.0.2.20');
    expect(await left('192.0.2.20')).not.toBe(first);
    expect(await left('192.0.2.21')).toBe(first);
  });
});

it('without a proxy nobody is believed, and a cookie works over plain HTTP', async () => {
  await web.app.close();
  web = await openTestWeb({ host: '0.0.0.0' });
  await web.addUser('ana');
  const here = { from: '203.0.113.5', headers: { origin: 'http://desk.example' } };
  const answer = await signIn('ana', 'ana-password', { ...here, for: '192.0.2.20' });
  expect([answer.statusCode, answer.cookies[0]?.secure ?? false]).toEqual([201, false]);
  await guessThirtyTimes((guess) => ({ ...here, for: `198.51.100.${guess}` }));
  expect((await signIn('ana', 'ana-password', { ...here, for: '192.0.2.21' })).statusCode).toBe(429);
});
