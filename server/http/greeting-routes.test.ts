import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';

const url = '/api/v1/queues/main/greeting/closed';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let tomas: string;
let ana: string;
beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('ana');
  await web.addUser('tomas', 'administrator');
  [ana, tomas] = [await web.signInAs('ana'), await web.signInAs('tomas')];
});
afterEach(() => web.app.close());

const put = (payload: Buffer | string, type = 'audio/wav', cookie = tomas, to = url) =>
  web.app.inject({ method: 'POST', url: to, headers: { host, cookie, 'content-type': type }, payload });
const ask = (method: 'GET' | 'DELETE', cookie = tomas) => web.app.inject({ method, url, headers: { host, cookie } });
const queue = async (): Promise<unknown> => {
  const { queues } = (
    await web.app.inject({ method: 'GET', url: '/api/v1/queues', headers: { host, cookie: tomas } })
  ).json();
  return queues[0];
};

describe('a greeting of one’s own', () => {
  it('is put in, listed, heard and taken away', async () => {
    const saved = await put(Buffer.from('RIFF sound'));
    expect(saved.json()).toMatchObject({ lengthMs: 1000 });
    expect(await queue()).toMatchObject({ greetings: { closed: saved.json(), unanswered: null } });
    const heard = await ask('GET');
    expect(heard.headers['content-type']).toBe('audio/wav');
    expect(heard.body).toBe('RIFF sound');
    expect((await ask('DELETE')).statusCode).toBe(204);
    expect((await ask('GET')).json()).toMatchObject({ code: 'noGreeting' });
    expect((await ask('DELETE')).json()).toMatchObject({ code: 'noGreeting' });
    const entries = await web.stores.audit.list({ subject: 'main', limit: 5 });
    expect(entries).toMatchObject({ value: [{ action: 'greetingRemoved' }, { action: 'greetingSaved' }] });
  });

  it('is no other file, nor larger than 5 MB, nor anybody else’s to put in', async () => {
    expect((await put('{}', 'application/json')).json()).toMatchObject({ code: 'notASound' });
    expect((await put('hello', 'text/plain')).json()).toMatchObject({ code: 'notASound' });
    expect((await put(Buffer.alloc(6 * 1024 * 1024))).json()).toMatchObject({ code: 'soundTooLarge' });
    expect((await put(Buffer.alloc(21 * 1024 * 1024))).json()).toMatchObject({ code: 'soundTooLarge' });
    expect((await put(Buffer.from('x'), 'audio/wav', ana)).statusCode).toBe(403);
    expect((await put(Buffer.from('x'), 'audio/wav', '')).statusCode).toBe(401);
    expect((await put(Buffer.from('x'), 'audio/mpeg', tomas, url.replace('main', 'none'))).json()).toMatchObject({
      code: 'noSuchQueue',
    });
    expect(await queue()).toMatchObject({ greetings: { closed: null, unanswered: null } });
  });

  it('opens no other door to sound', async () => {
    const elsewhere = await put(Buffer.from('x'), 'audio/wav', tomas, '/api/v1/queues');
    expect(elsewhere.json()).toMatchObject({ code: 'unsupportedMediaType' });
  });
});
