import { expect, it } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';

it('a desk may test its own phone once that is registered, and nobody without a session', async () => {
  const web = await openTestWeb();
  await web.addUser('ana');
  const cookie = await web.signInAs('ana');
  const start = (headers: Readonly<Record<string, string>>) =>
    web.app.inject({ method: 'POST', url: '/api/v1/test-call', headers: { host, ...headers } });
  expect((await start({})).json()).toMatchObject({ code: 'signedOut' });
  expect((await start({ cookie })).json()).toMatchObject({ code: 'deskNotReady' });
  const me = await web.app.inject({ method: 'GET', url: '/api/v1/session', headers: { host, cookie } });
  const body: { readonly console: { readonly id: string } } = me.json();
  await web.signIn(body.console.id);
  const started = await start({ cookie });
  expect(started.statusCode).toBe(201);
  expect(started.json()).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(web.telephony.ringingAt(body.console.id)).toHaveLength(1);
  await web.app.close();
});
