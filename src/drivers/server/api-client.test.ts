import { describe, expect, test } from 'vitest';
import { createApiClient } from './api-client.ts';

type Sent = { readonly path: string; readonly init: RequestInit };

function open(status: number, body: string | null) {
  const sent: Sent[] = [];
  const call = createApiClient(async (path, init) => {
    sent.push({ path, init });
    return new Response(status === 204 ? null : body, { status });
  });
  return { call, sent };
}

const id = '0123456789abcdef0123456789abcdef';
const welcome = { organisation: 'Nordkap', phoneSystem: 'working', demoSignIns: [] };

describe('the API client', () => {
  test('parses an answer by its schema', async () => {
    const { call, sent } = open(200, JSON.stringify({ ...welcome, more: 'than we know of' }));
    expect(await call('welcome', {})).toEqual({ ok: true, value: welcome });
    expect(sent.map(({ path, init }) => [init.method, path])).toEqual([['GET', '/api/v1/welcome']]);
  });

  test('puts parameters into the path, and takes 202 without a body', async () => {
    const { call, sent } = open(202, '');
    expect(await call('reject', { params: { id } })).toEqual({ ok: true, value: null });
    expect(sent[0]?.path).toBe(`/api/v1/calls/${id}/reject`);
  });

  test('what is to outlive the page is left to the browser, and nothing else is', async () => {
    const { call, sent } = open(204, '');
    await call('note', { params: { id }, body: { note: 'Asks for Ingrid' } }, { outlivesPage: true });
    await call('reject', { params: { id } });
    expect(sent.map(({ init }) => init.keepalive)).toEqual([true, false]);
  });

  test('what comes into the path is one segment of it, whatever it is', async () => {
    const { call, sent } = open(202, '');
    await call('reject', { params: { id: '../users?x=/' } });
    expect(sent[0]?.path).toBe('/api/v1/calls/..%2Fusers%3Fx%3D%2F/reject');
  });

  test('sends a body as JSON, and a query in the address', async () => {
    const { call, sent } = open(200, JSON.stringify({ calls: [] }));
    await call('calls', { query: { limit: 5 } });
    await call('simulateCaller', { body: { dial: '5550100' } });
    expect(sent[0]?.path).toBe('/api/v1/calls?limit=5');
    expect(sent[1]?.init).toMatchObject({
      body: '{"dial":"5550100"}',
      headers: { 'content-type': 'application/json' },
    });
  });

  test('gives the bytes of a sound as they are, and its refusal as a code', async () => {
    const body = { text: 'I am busy' };
    const given = await open(200, 'RIFF').call('previewSpeech', { body });
    expect(given.ok && String.fromCodePoint(...given.value)).toBe('RIFF');
    const refused = open(422, JSON.stringify({ code: 'unknownVoice', message: 'No.' }));
    expect(await refused.call('previewSpeech', { body })).toEqual({ ok: false, error: { code: 'unknownVoice' } });
  });

  test('turns an error into its code', async () => {
    const { call } = open(400, JSON.stringify({ code: 'badRequest', message: 'No.', field: 'login' }));
    expect(await call('welcome', {})).toEqual({ ok: false, error: { code: 'badRequest', field: 'login' } });
    const second = open(409, JSON.stringify({ code: 'alreadyOwned', message: 'No.', by: 'Ana' }));
    expect(await second.call('welcome', {})).toEqual({ ok: false, error: { code: 'alreadyOwned', by: 'Ana' } });
  });

  test.each([
    ['an error we do not know', 418, JSON.stringify({ code: 'teapot', message: '' })],
    ['an error that is not JSON, from something in between', 502, '<html>Bad gateway</html>'],
    ['an answer that is not what was agreed', 200, JSON.stringify({ organisation: 3 })],
    ['an answer that is not JSON', 200, '<!doctype html>'],
  ])('%s is as if there had been no answer', async (_, status, body) => {
    const { call } = open(status, body);
    expect(await call('welcome', {})).toEqual({ ok: false, error: { code: 'unreachable' } });
  });

  test('no connection is a failure, not an exception', async () => {
    const call = createApiClient(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await call('welcome', {})).toEqual({ ok: false, error: { code: 'unreachable' } });
  });
});
