import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';
import { conversation } from '../calls/conversation.testing.ts';

const id = '1'.repeat(32);
const bytes = Uint8Array.from({ length: 10_000 }, (_, place) => place % 251);
const url = `/api/v1/recordings/${id}/sound`;

let web: Awaited<ReturnType<typeof openTestWeb>>;
let ana: string;
beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('ana');
  ana = await web.signInAs('ana');
  await web.arrive('Jane Caller', '+15550001111');
  await web.stores.recordings.keep(conversation({ id, callId: (await web.theCall()).id }), web.clock.now());
  web.objects.kept.set(`${id}.wav`, bytes);
});
afterEach(() => web.app.close());

const get = (headers: Record<string, string> = {}, query = '', method: 'GET' | 'HEAD' = 'GET') =>
  web.app.inject({ method, url: `${url}${query}`, headers: { host, cookie: ana, ...headers } });
const entries = async () => {
  const list = await web.stores.audit.list({ limit: 100 });
  return list.ok ? list.value.map(({ action, by, subject }) => [action, by?.name, subject]) : [];
};

describe('GET /recordings/:id/sound', () => {
  it('is sent whole, to be heard and not kept by a cache', async () => {
    const answer = await get();
    expect([answer.statusCode, Buffer.compare(answer.rawPayload, bytes)]).toEqual([200, 0]);
    expect(answer.headers).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': '10000',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      etag: `"${id}.wav-10000"`,
      'content-disposition': expect.stringMatching(/^inline; filename="2030-01-07 08.15 Jane Caller, call.wav"/),
    });
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=5000-', 5000, 9999],
    ['bytes=-1', 9999, 9999],
  ])('is sent in part: %s', async (range, from, to) => {
    const answer = await get({ range });
    expect([answer.statusCode, answer.headers['content-range'], answer.headers['content-length']]).toEqual([
      206,
      `bytes ${from}-${to}/10000`,
      String(to - from + 1),
    ]);
    expect(Buffer.compare(answer.rawPayload, bytes.subarray(from, to + 1))).toBe(0);
  });

  it('has no part beyond its end, and says how long it is', async () => {
    const answer = await get({ range: 'bytes=10000-' });
    expect([answer.statusCode, answer.json().code, answer.headers['content-range']]).toEqual([
      416,
      'badRange',
      'bytes */10000',
    ]);
  });

  it('is sent whole where several parts are asked for', async () => {
    expect((await get({ range: 'bytes=0-1,5-6' })).statusCode).toBe(200);
  });

  it('goes on only with the very sound it began with', async () => {
    const range = 'bytes=10-';
    expect((await get({ range, 'if-range': `"${id}.wav-10000"` })).statusCode).toBe(206);
    expect((await get({ range, 'if-range': `"${id}.wav-9999"` })).statusCode).toBe(200);
    expect((await get({ range, 'if-range': 'Mon, 07 Jan 2030 08:15:00 GMT' })).statusCode).toBe(200);
  });

  it('tells how long it is without being heard', async () => {
    const answer = await get({}, '', 'HEAD');
    expect([answer.statusCode, answer.headers['content-length'], answer.rawPayload.length]).toEqual([200, '10000', 0]);
    expect(await entries()).toEqual([]);
  });

  it('is saved under a name on the clock of its line', async () => {
    const queue = { id: 'main', name: 'Main', answerWithinSeconds: 30, openingHours: null, exceptions: [] };
    await web.stores.directory.saveQueue({ ...queue, timeZone: 'Europe/Oslo', ...web.quietRules }, []);
    const answer = await get({}, '?download=true');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="2030-01-07 09.15 Jane Caller, call.wav"; filename*=UTF-8''2030-01-07%2009.15%20Jane%20Caller%2C%20call.wav`,
    );
  });

  it('is an MP3 as soon as there is one', async () => {
    expect((await get({}, '?format=mp3')).json().code).toBe('notYetEncoded');
    web.objects.kept.set(`${id}.mp3`, bytes.subarray(0, 7));
    const answer = await get({}, '?format=mp3');
    expect([answer.headers['content-type'], answer.rawPayload.length]).toEqual(['audio/mpeg', 7]);
  });

  it('is known to have an MP3 or none, and nobody waits for a store that does not say', async () => {
    const has = async () => {
      const answer = await web.app.inject({ url: `/api/v1/recordings/${id}`, headers: { host, cookie: ana } });
      return answer.json().mp3;
    };
    expect(await has()).toBe(false);
    web.objects.kept.set(`${id}.mp3`, bytes.subarray(0, 7));
    expect(await has()).toBe(true);
    let wasAsked = (): void => {};
    const asked = new Promise<void>((resolve) => (wasAsked = resolve));
    web.objects.store.lengthOf = () => {
      setImmediate(wasAsked);
      return new Promise(() => {});
    };
    const answer = has();
    await asked;
    web.clock.advance(1_000);
    expect(await answer).toBe(true);
  });

  it('is not there where the store is out of reach, or has lost it', async () => {
    web.objects.state.failure = 'storageUnavailable';
    expect([(await get()).statusCode, (await get()).json().code]).toEqual([503, 'soundUnavailable']);
    web.objects.state.failure = null;
    web.objects.kept.clear();
    expect((await get()).json().code).toBe('soundUnavailable');
    expect(await entries()).toEqual([]);
  });
});

describe('who heard it', () => {
  it('is written down once a listening, however many parts the player asks for', async () => {
    await Promise.all([get({ range: 'bytes=0-99' }), get({ range: 'bytes=100-199' }), get()]);
    web.clock.advance(59 * 60_000);
    await get({ range: 'bytes=0-99' });
    expect(await entries()).toEqual([['recordingHeard', 'ana', id]]);
    web.clock.advance(60_000);
    await get();
    expect(await entries()).toHaveLength(2);
  });

  it('is written down for every download, and not again for what goes on with one', async () => {
    await get({}, '?download=true');
    await get({ range: 'bytes=500-' }, '?download=true');
    expect(await entries()).toEqual([['recordingDownloaded', 'ana', id]]);
    await get({}, '?download=true');
    expect(await entries()).toHaveLength(2);
  });

  it('is known also where only the middle is fetched', async () => {
    await get({ range: 'bytes=500-' }, '?download=true');
    expect(await entries()).toEqual([['recordingDownloaded', 'ana', id]]);
  });

  it('must be written down, or nothing is heard', async () => {
    web.trouble.audit = true;
    expect([(await get()).json().code, (await get({}, '?download=true')).json().code]).toEqual([
      'databaseUnavailable',
      'databaseUnavailable',
    ]);
  });
});

it('is read no further than the listener stays', async () => {
  web.objects.kept.set(`${id}.wav`, new Uint8Array(50_000_000));
  const address = await web.app.listen({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((resolve) => {
    const asked = request(`${address}${url}`, { headers: { host, cookie: ana } }, (answer) =>
      answer.once('data', () => {
        asked.destroy();
        resolve();
      }),
    );
    asked.end();
  });
  await vi.waitFor(() => expect(web.objects.state.givenUp).toBe(1));
});

it('comes with its picture, and says where there is none', async () => {
  const peaks = async () =>
    (await web.app.inject({ url: `/api/v1/recordings/${id}/peaks`, headers: { host, cookie: ana } })).json();
  const key = `${id}.peaks.json`;
  expect(await peaks()).toMatchObject({ code: 'soundUnavailable' });
  web.objects.kept.set(key, Buffer.from('{"tickMs":50,"channels":[[1,2],[3,4]]}'));
  expect(await peaks()).toEqual({
    tickMs: 50,
    channels: [
      [1, 2],
      [3, 4],
    ],
  });
  web.objects.kept.set(key, Buffer.from('{"tickMs":50'));
  expect(await peaks()).toMatchObject({ code: 'soundUnavailable' });
});

it('is in the OpenAPI document as sound, whole and in part', async () => {
  const document = (await web.app.inject({ url: '/api/docs/json', headers: { host } })).json();
  const { responses } = document.paths['/api/v1/recordings/{id}/sound'].get;
  const media = { schema: { $ref: '#/components/schemas/Sound' } };
  expect(responses).toMatchObject({
    200: { content: { 'audio/wav': media, 'audio/mpeg': media } },
    206: { content: { 'audio/wav': media, 'audio/mpeg': media } },
    404: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
  });
  expect(document.components.schemas.Sound).toEqual({ type: 'string', format: 'binary' });
});
