import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('ana');
  await web.addUser('tomas', 'administrator');
});
afterEach(() => web.app.close());

const post = (url: string, payload: unknown, headers: Readonly<Record<string, string>> = {}) =>
  web.app.inject({
    method: 'POST',
    url,
    headers: { host, 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
const get = (url: string, cookie = '') => web.app.inject({ method: 'GET', url, headers: { host, cookie } });

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await post('/api/v1/session', { login: 'ana@nordkap.example', password: 'ana-password' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ user: { name: 'ana', role: 'receptionist' }, organisation: 'Nordkap' });
    expect(answer.headers['set-cookie']).toMatch(/^frontdesk_8080=.*HttpOnly.*SameSite=Strict/);
    expect(answer.body).not.toContain('hashed');
  });

  it('says the same of a wrong password and of a user who is not there', async () => {
    const wrong = await post('/api/v1/session', { login: 'ana@nordkap.example', password: 'guess' });
    const nobody = await post('/api/v1/session', { login: 'nobody@nordkap.example', password: 'guess' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(nobody.json());
    expect(wrong.json()).toMatchObject({ code: 'wrongPassword' });
  });

  it('stops guessing after five failures, for that name alone, and forgives after a minute', async () => {
    for (let guess = 0; guess < 5; guess += 1)
      await post('/api/v1/session', { login: 'ana@nordkap.example', password: 'x' });
    const right = { login: 'ana@nordkap.example', password: 'ana-password' };
    expect((await post('/api/v1/session', right)).json()).toMatchObject({ code: 'tooManyAttempts' });
    expect(
      (await post('/api/v1/session', { login: 'tomas@nordkap.example', password: 'tomas-password' })).statusCode,
    ).toBe(201);
    web.clock.advance(60_001);
    expect((await post('/api/v1/session', right)).statusCode).toBe(201);
  });

  it('ends: the cookie is worth nothing any more', async () => {
    const cookie = await web.signInAs('ana');
    await web.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { host, cookie } });
    expect((await get('/api/v1/session', cookie)).json()).toMatchObject({ code: 'signedOut' });
  });

  it('ends everywhere at once', async () => {
    const [here, there] = [await web.signInAs('ana'), await web.signInAs('ana')];
    await web.app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers: { host, cookie: here } });
    expect((await get('/api/v1/session', there)).statusCode).toBe(401);
  });

  it('expires after twelve hours', async () => {
    const cookie = await web.signInAs('ana');
    web.clock.advance(12 * 3_600_000 + 1);
    expect((await get('/api/v1/session', cookie)).json()).toMatchObject({ code: 'signedOut' });
  });
});

describe('bad input', () => {
  it.each([
    ['malformed JSON', '{"login":', 400, 'malformedJson'],
    ['a wrong type', { login: 7, password: 'x' }, 400, 'badRequest'],
    ['a missing field', { login: 'ana' }, 400, 'badRequest'],
    ['an oversized body', { login: 'a'.repeat(70_000), password: 'x' }, 413, 'tooLarge'],
  ])('%s is refused with a code', async (_what, payload, status, code) => {
    const answer = await post('/api/v1/session', payload);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('names the field that is wrong', async () => {
    const answer = await post('/api/v1/session', { login: '', password: 'x' });
    expect(answer.json()).toEqual({ code: 'badRequest', field: 'login', message: 'Enter your e-mail or extension.' });
  });

  it('wants JSON', async () => {
    const answer = await post('/api/v1/session', 'login=ana', { 'content-type': 'text/plain' });
    expect(answer.json()).toMatchObject({ code: 'unsupportedMediaType' });
  });

  it('comes from our own page or not at all', async () => {
    const good = { login: 'ana@nordkap.example', password: 'ana-password' };
    expect((await post('/api/v1/session', good, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post('/api/v1/session', good, { origin: 'http://localhost:8080' })).statusCode).toBe(201);
  });

  it('gets nowhere under a foreign name that points here', async () => {
    const answer = await web.app.inject({
      method: 'GET',
      url: '/api/v1/welcome',
      headers: { host: 'evil.example:8080' },
    });
    expect(answer.json()).toMatchObject({ code: 'foreignOrigin' });
  });

  it('is not found at an unknown address, in our words', async () => {
    expect((await get('/api/v1/nothing')).json()).toMatchObject({ code: 'notFound' });
  });

  it('does not reach a call by something that is no id', async () => {
    const answer = await post("/api/v1/calls/1'%20or/hang-up", {}, { cookie: await web.signInAs('ana') });
    expect(answer.json()).toMatchObject({ code: 'badRequest' });
  });
});

describe('roles', () => {
  it('keep users to administrators', async () => {
    expect((await get('/api/v1/users', await web.signInAs('ana'))).json()).toMatchObject({ code: 'forbidden' });
    expect((await get('/api/v1/users', await web.signInAs('tomas'))).json().users).toHaveLength(2);
  });

  it('let an administrator add somebody, and disable them, which signs them out', async () => {
    const cookie = await web.signInAs('tomas');
    const details = {
      email: 'ivo@nordkap.example',
      extension: '333',
      name: 'ivo',
      role: 'receptionist',
      password: 'ivo-password',
    };
    const added = await post('/api/v1/users', details, { cookie });
    expect(added.statusCode).toBe(201);
    const theirs = await web.signInAs('ivo');
    const changed = await web.app.inject({
      method: 'PATCH',
      url: `/api/v1/users/${added.json().id}`,
      headers: { host, cookie },
      payload: { disabled: true },
    });
    expect(changed.json()).toMatchObject({ disabled: true });
    expect((await get('/api/v1/session', theirs)).statusCode).toBe(401);
    expect((await post('/api/v1/users', details, { cookie })).json()).toMatchObject({ code: 'taken' });
  });
});

describe('calls over HTTP', () => {
  it('answer noSuchCall for a call that is not there', async () => {
    const answer = await post(`/api/v1/calls/${'0'.repeat(32)}/hang-up`, {}, { cookie: await web.signInAs('ana') });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'noSuchCall']);
  });

  it('are a real SIP call when simulated, and want a number', async () => {
    const cookie = await web.signInAs('ana');
    expect((await post('/api/v1/demo/callers', { dial: '5550101' }, { cookie })).statusCode).toBe(202);
    expect(web.simulated).toEqual(['5550101']);
    expect((await post('/api/v1/demo/callers', { dial: 'x' }, { cookie })).statusCode).toBe(400);
  });

  it('answer 503 and change nothing while the database is away', async () => {
    const cookie = await web.signInAs('ana');
    web.database.setAvailable(false);
    expect((await get('/api/v1/calls', cookie)).json()).toMatchObject({ code: 'databaseUnavailable' });
  });
});

describe('preferences', () => {
  it('change one by one: what is left out stays', async () => {
    const cookie = await web.signInAs('ana');
    const patch = (payload: object) =>
      web.app.inject({ method: 'PATCH', url: '/api/v1/preferences', headers: { host, cookie }, payload });
    await patch({ theme: 'dark' });
    await patch({ notifyWhenRinging: false });
    expect((await get('/api/v1/preferences', cookie)).json()).toMatchObject({
      theme: 'dark',
      notifyWhenRinging: false,
    });
    expect((await patch({ theme: 'pink' })).json()).toMatchObject({ code: 'badRequest', field: 'theme' });
  });
});

describe('queues and numbers', () => {
  it('are kept by administrators, with opening hours that make sense', async () => {
    const cookie = await web.signInAs('tomas');
    const queue = {
      name: 'Night',
      answerWithinSeconds: 20,
      openingHours: [],
      timeZone: 'Europe/Oslo',
      memberIds: ['u-ana'],
    };
    const saved = await post('/api/v1/queues', queue, { cookie });
    expect(saved.json()).toMatchObject({ name: 'Night', memberIds: ['u-ana'] });
    const number = { number: '5550177', queueId: saved.json().id };
    expect((await post('/api/v1/numbers', number, { cookie })).statusCode).toBe(200);
    expect((await get('/api/v1/queues', cookie)).json().numbers).toContainEqual(number);
    expect((await post('/api/v1/queues', { ...queue, timeZone: 'Mars/Base' }, { cookie })).json()).toMatchObject({
      code: 'badRequest',
      field: 'timeZone',
    });
    expect((await post('/api/v1/numbers', { ...number, queueId: 'none' }, { cookie })).json()).toMatchObject({
      code: 'noSuchQueue',
    });
  });
});

describe('metrics', () => {
  it('are for loopback, and not for what a proxy forwards', async () => {
    expect((await get('/metrics')).body).toContain('frontdesk_live_calls');
    const forwarded = await web.app.inject({ url: '/metrics', headers: { host, 'x-forwarded-for': '10.0.0.1' } });
    expect(forwarded.statusCode).toBe(403);
  });
});

describe('the documentation', () => {
  it('is made of the operations that are there', async () => {
    const document = (await get('/api/docs/json')).json();
    expect(Object.keys(document.paths)).toContain('/api/v1/calls/{id}/hang-up');
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Call', 'Error', 'Me']));
  });
});
