import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversation } from '../calls/conversation.testing.ts';
import { leftBy } from '../calls/work-item.ts';
import { host, openTestWeb } from './http.testing.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';
import type { WorkItem } from '../../shared/worklist/worklist.ts';

const number = '+16505550188';
let web: Awaited<ReturnType<typeof openTestWeb>>;
let ana: string;
let eva: string;
let consoleOfAna: string;
beforeEach(async () => {
  web = await openTestWeb();
  for (const name of ['ana', 'eva'] as const) await web.addUser(name);
  [ana, eva] = [await web.signInAs('ana'), await web.signInAs('eva')];
  const session: { readonly console: { readonly id: string } } = (await get('/session', ana)).json();
  consoleOfAna = session.console.id;
  await web.signIn(consoleOfAna);
});
afterEach(() => web.app.close());

const get = (url: string, cookie: string) =>
  web.app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { host, cookie } });
const place = async (payload: object = { number }, cookie = ana) => {
  const answer = await web.app.inject({ method: 'POST', url: '/api/v1/calls', headers: { host, cookie }, payload });
  await web.telephony.settle();
  return answer;
};
const audits = () => web.logged.filter((fields) => 'audit' in fields);

describe('GET /dialling', () => {
  it('says whether and where from', async () => {
    expect((await get('/dialling', ana)).json()).toEqual({ possible: true, country: 'US' });
    expect((await get('/dialling', '')).statusCode).toBe(401);
  });
});

describe('POST /calls', () => {
  it('calls a number, and writes down who called whom, without the number', async () => {
    const answer = await place({ number: ' (650) 555-0188 ' });
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json();
    expect(web.telephony.ringingAt(consoleOfAna)[0]?.headers).toMatchObject({ 'X-Frontdesk-Call': id });
    expect((await get(`/calls/${id}`, ana)).json()).toMatchObject({
      call: { state: 'dialling', progress: 'desk', direction: 'outbound', dialled: number, agent: { name: 'ana' } },
      events: [{ type: 'placed' }],
    });
    expect(audits()).toEqual([{ audit: 'callPlaced', by: 'u-ana', callId: id, to: '…188' }]);
    expect(JSON.stringify(web.logged)).not.toContain('6505550188');
  });

  it('is seen by whoever placed it and by supervisors, and by nobody of another queue', async () => {
    const { id } = (await place()).json();
    expect((await get(`/calls/${id}`, eva)).statusCode).toBe(404);
    expect((await get('/calls', eva)).json()).toEqual({ calls: [], total: 0 });
    await web.addUser('sofia', 'supervisor');
    expect((await get(`/calls/${id}`, await web.signInAs('sofia'))).statusCode).toBe(200);
  });

  it('is among the earlier calls of that number', async () => {
    const { id } = (await place()).json();
    await web.app.inject({ method: 'POST', url: `/api/v1/calls/${id}/hang-up`, headers: { host, cookie: ana } });
    const again = (await place()).json();
    expect((await get(`/calls/${again.id}/earlier`, ana)).json()).toMatchObject({
      calls: [{ id, direction: 'outbound', state: 'ended', reason: 'weHungUp', agent: { name: 'ana' } }],
    });
  });

  it.each([
    [{ number: '+12045550101' }, 403, 'numberNotAllowed'],
    [{ number: '911' }, 403, 'numberNotAllowed'],
    [{ number: 'nobody' }, 422, 'invalidNumber'],
    [{ number: '' }, 400, 'badRequest'],
    [{ number: '1'.repeat(41) }, 400, 'badRequest'],
    [{}, 400, 'badRequest'],
    [{ number, replyId: 'none' }, 400, 'badRequest'],
    [{ number, replyId: 'f'.repeat(32) }, 404, 'noSuchReply'],
  ])('refuses %o with %i %s', async (body, status, code) => {
    const answer = await place(body);
    expect([answer.statusCode, answer.json()]).toMatchObject([status, { code }]);
    expect(web.telephony.legs()).toEqual([]);
    const isDecided = status === 403 || status === 422;
    expect(audits()).toEqual(
      isDecided ? [expect.objectContaining({ audit: 'callRefused', by: 'u-ana', why: code })] : [],
    );
  });

  it('wants a session and a desk', async () => {
    expect((await place({ number }, '')).statusCode).toBe(401);
    expect((await place({ number }, eva)).json()).toMatchObject({ code: 'deskNotReady' });
  });

  it('says when the desk calls already, and when it was too often', async () => {
    await place();
    expect((await place()).json()).toMatchObject({ code: 'busy' });
    await web.advance(60_000);
    for (let i = 0; i < 10; i += 1) {
      expect((await place()).statusCode).toBe(201);
      web.telephony.consoleRejects(consoleOfAna);
      await web.telephony.settle();
    }
    const late = await place();
    expect([late.statusCode, late.json()]).toMatchObject([429, { code: 'tooManyCalls' }]);
  });
});

const queue = {
  name: 'Main number',
  answerWithinSeconds: 30,
  openingHours: null,
  exceptions: [],
  timeZone: 'UTC',
  ...quietRules,
};

/** Ana has replied to a caller of hers, who then left a message and is to be called back by whoever `changes` say. */
async function missCaller(changes: Partial<WorkItem> = {}) {
  await web.stores.directory.saveQueue({ id: 'main', ...queue }, ['u-ana']);
  const legId = await web.arrive('Jane Caller', number);
  const { id: callId } = await web.theCall();
  const reply = await web.app.inject({
    method: 'POST',
    url: `/api/v1/calls/${callId}/reply`,
    headers: { host, cookie: ana },
    payload: { text: 'I am busy' },
  });
  web.telephony.callerHangsUp(legId);
  const caller = { number, name: 'Jane Caller', withheld: false };
  const message = conversation({ id: '1'.repeat(32), callId, kind: 'voicemail', people: [], caller });
  await web.stores.recordings.keep(message, web.clock.now());
  const itemId = '2'.repeat(32);
  const item = { ...leftBy(message), id: itemId, version: 1, tries: 1, done: null, ...changes };
  await web.stores.worklist.keep(item, web.clock.now());
  const ownerNow = async () => {
    const found = await web.stores.worklist.find(itemId);
    return found.ok ? (found.value?.owner ?? null) : found.error;
  };
  return { replyId: reply.json().id, recordingId: message.id, callId, ownerNow };
}

const abouts = ['replyId', 'recordingId', 'callId'] as const;

describe('a call back', () => {
  it('belongs to the queue of its reply', async () => {
    const { replyId } = await missCaller();
    const { id } = (await place({ number, replyId })).json();
    expect((await get(`/calls/${id}`, ana)).json()).toMatchObject({
      call: { caller: { number, name: 'Jane Caller' }, queue: { id: 'main' } },
    });
  });

  it.each([
    ['replyId', 'noSuchReply'],
    ['recordingId', 'noSuchRecording'],
    ['callId', 'noSuchCall'],
  ] as const)('by %s is for whoever may see that', async (about, code) => {
    const jane = await missCaller();
    expect((await place({ number, [about]: jane[about] }, eva)).json()).toMatchObject({ code });
  });

  it.each(abouts)(
    'by %s asks when a colleague calls this caller back, and lets them be taken over from',
    async (about) => {
      const jane = await missCaller({ owner: { userId: 'u-eva', name: 'eva' }, ownedAt: 1 });
      const wanted = { number, [about]: jane[about] };
      const refused = await place(wanted);
      expect(refused.statusCode).toBe(409);
      expect(refused.json()).toEqual({ code: 'alreadyOwned', message: 'eva calls back.', by: 'eva' });
      expect(web.telephony.ringingAt(consoleOfAna)).toEqual([]);
      expect((await place({ ...wanted, takeOver: true })).statusCode).toBe(201);
      expect(await jane.ownerNow()).toMatchObject({ userId: 'u-ana' });
    },
  );

  it.each(abouts)('by %s makes its caller the owner, also when they have called once more since', async (about) => {
    const jane = await missCaller({ callId: '3'.repeat(32) });
    expect((await place({ number, [about]: jane[about] })).statusCode).toBe(201);
    expect(await jane.ownerNow()).toMatchObject({ userId: 'u-ana' });
  });

  it('that is not placed leaves the entry to others', async () => {
    const { recordingId, ownerNow } = await missCaller();
    expect((await place({ number: '911', recordingId })).statusCode).toBe(403);
    expect(await ownerNow()).toBeNull();
  });

  it('asks nobody about a caller who has been dealt with', async () => {
    const by = { userId: 'u-eva', name: 'eva' };
    const { recordingId } = await missCaller({ owner: by, ownedAt: 1, done: { at: 2, by, how: 'marked' } });
    expect((await place({ number, recordingId })).statusCode).toBe(201);
  });
});
