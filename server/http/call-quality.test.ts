import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let ana: string;
let callId: string;

const measured = { lost: 0.08, jitterMs: 12.5, roundTripMs: 40, oneWaySeconds: 3 };

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

const keep = (cookie: string, payload: object = measured, id = callId) =>
  web.app.inject({ method: 'POST', url: `/api/v1/calls/${id}/quality`, headers: { host, cookie }, payload });

const kept = async (cookie: string): Promise<unknown> => {
  const answer = await web.app.inject({ url: `/api/v1/calls/${callId}`, headers: { host, cookie } });
  return answer.json<{ readonly quality: unknown }>().quality;
};

describe('the quality of a call', () => {
  it('is kept with it, and read with it', async () => {
    expect(await kept(ana)).toEqual([]);
    const at = web.clock.now();
    expect((await keep(ana)).statusCode).toBe(202);
    web.clock.advance(1000);
    expect((await keep(ana, { ...measured, roundTripMs: null })).statusCode).toBe(202);
    expect(await kept(ana)).toMatchObject([
      { ...measured, at },
      { ...measured, roundTripMs: null, at: at + 1000 },
    ]);
  });

  it('is also taken when the call is over: that is when a page sends it', async () => {
    await web.commands.hangUp(callId, { userId: 'u-ana', name: 'ana', consoleId: 'ana-desk' });
    expect((await web.theCall()).state).toBe('ended');
    expect((await keep(ana)).statusCode).toBe(202);
    expect(await kept(ana)).toHaveLength(1);
  });

  it('is for those who were on the line', async () => {
    expect((await keep(await web.signInAs('mira'))).json()).toMatchObject({ code: 'notYourCall' });
  });

  it.each([
    ['more lost than was sent', { ...measured, lost: 1.1 }],
    ['a jitter below nothing', { ...measured, jitterMs: -1 }],
    ['no numbers', {}],
  ])('is not taken with %s', async (_what, payload) => {
    expect((await keep(ana, payload)).statusCode).toBe(400);
  });

  it('is not kept for a call that never was', async () => {
    expect((await keep(ana, measured, 'f'.repeat(32))).json()).toMatchObject({ code: 'noSuchCall' });
  });
});
