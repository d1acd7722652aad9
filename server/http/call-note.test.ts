import { afterEach, beforeEach, expect, it } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let ana: string;
let callId: string;

beforeEach(async () => {
  web = await openTestWeb();
  for (const name of ['ana', 'mira']) await web.addUser(name);
  ana = await web.signInAs('ana');
  await web.signIn('ana-desk');
  await web.arrive('Jane');
  web.telephony.consoleAnswers('ana-desk');
  await web.telephony.settle();
  callId = (await web.theCall()).id;
});
afterEach(() => web.app.close());

const note = (cookie: string, words: string, id = callId) =>
  web.app.inject({
    method: 'POST',
    url: `/api/v1/calls/${id}/note`,
    headers: { host, cookie },
    payload: { note: words },
  });

it('is finished by whoever had the call when the caller has hung up meanwhile', async () => {
  expect((await note(ana, 'Asks for')).statusCode).toBe(202);
  await web.commands.hangUp(callId, { userId: 'u-ana', name: 'ana', consoleId: 'ana-desk' });
  const told = web.logged.length;
  expect((await note(ana, 'Asks for Ingrid')).statusCode).toBe(202);
  const answer = await web.app.inject({ url: `/api/v1/calls/${callId}`, headers: { host, cookie: ana } });
  expect(answer.json()).toMatchObject({ call: { state: 'ended', note: 'Asks for Ingrid' } });
  // What everybody has before them is not touched by it, and nothing is wrong with it.
  expect(web.board.calls()).toEqual([]);
  expect(web.logged.slice(told).filter((fields) => 'event' in fields)).toEqual([]);
});

it('is nobody else’s when the call is over, and there is none of a call that never was', async () => {
  const mira = await web.signInAs('mira');
  await web.commands.hangUp(callId, { userId: 'u-ana', name: 'ana', consoleId: 'ana-desk' });
  expect((await note(mira, 'x')).json()).toMatchObject({ code: 'notYourCall' });
  expect((await note(mira, 'x', '0'.repeat(32))).json()).toMatchObject({ code: 'noSuchCall' });
});
