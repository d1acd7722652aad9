import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReplyDesk } from './reply-desk.testing.ts';

type Desk = Awaited<ReturnType<typeof openReplyDesk>>;

let web: Desk['web'];
let ana: Desk['ana'];
let tomas: Desk['tomas'];
let stranger: Desk['stranger'];
let callId: Desk['callId'];
let legId: Desk['legId'];
let post: Desk['post'];
let get: Desk['get'];
let press: Desk['press'];
beforeEach(async () => {
  ({ web, ana, tomas, stranger, callId, legId, post, get, press } = await openReplyDesk());
});
afterEach(() => web.app.close());

const reply = (cookie = ana, payload: object = { text: ' I am\n busy ' }, id = callId) =>
  post(`/calls/${id}/reply`, cookie, payload);

describe('POST /calls/:id/reply', () => {
  it('speaks to the caller and answers with the reply', async () => {
    const answer = await reply();
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ callId, text: 'I am busy', by: { name: 'ana' }, answer: null });
    expect(await web.theCall()).toMatchObject({ state: 'replying', replyId: answer.json().id });
  });

  it('puts a pattern into words', async () => {
    const pattern = { kind: 'callYouBack', direction: 'weCall', amount: 10, unit: 'minutes' };
    expect((await reply(ana, { pattern, language: 'en', voice: 'rms', speed: 1.5 })).json()).toMatchObject({
      text: 'words of callYouBack',
    });
  });

  it('takes words with when we call back', async () => {
    const sent = (await reply(ana, { text: 'In 20 minutes?', callBackIn: { amount: 20, unit: 'minutes' } })).json();
    expect(sent).toMatchObject({ text: 'In 20 minutes?', promisedAt: sent.sentAt + 20 * 60_000 });
  });

  it('says who was faster', async () => {
    await reply();
    const late = await reply(tomas);
    expect(late.statusCode).toBe(409);
    expect(late.json()).toEqual({ code: 'alreadyReplied', message: 'ana has replied to this caller.' });
  });

  it.each([
    ['nothing', {}],
    ['an empty text', { text: ' \n ' }],
    ['1,501 characters', { text: 'a'.repeat(1501) }],
    ['11,000 blanks', { text: `a${' '.repeat(11_000)}` }],
    ['a control character', { text: 'bell \u0007' }],
    ['a text and a pattern', { text: 'a', pattern: { kind: 'onMyWay' } }],
    ['no such pattern', { pattern: { kind: 'hold' } }],
    ['no amount', { pattern: { kind: 'callYouBack', direction: 'weCall', unit: 'hours' } }],
    ['an amount of none', { pattern: { kind: 'callYouBack', direction: 'weCall', amount: 0, unit: 'hours' } }],
    ['more than 99 of something', { text: 'a', callBackIn: { amount: 100, unit: 'hours' } }],
    ['a pattern with another time', { pattern: { kind: 'onMyWay' }, callBackIn: { amount: 1, unit: 'hours' } }],
    ['too much speed', { text: 'a', speed: 2.1 }],
    ['a number for a text', { text: 5 }],
  ])('refuses %s, and the caller rings on', async (_, body) => {
    const answer = await reply(ana, body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'badRequest']);
    expect(await web.theCall()).toMatchObject({ state: 'ringing' });
  });

  it.each([
    ['speechUnspeakable', { text: '😀' }],
    ['unknownVoice', { text: 'a', voice: 'nobody' }],
    ['unknownLanguage', { pattern: { kind: 'onMyWay' }, language: 'tlh' }],
  ])('refuses with %s', async (code, body) => {
    const answer = await reply(ana, body);
    expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
  });

  it('takes 1,500 characters, and says that more are too many', async () => {
    expect((await reply(ana, { text: 'a'.repeat(1501) })).json().message).toContain('Write at most 1500 characters.');
    expect((await reply(ana, { text: 'a'.repeat(1500) })).statusCode).toBe(201);
  });

  it('is for those who may see the call', async () => {
    expect((await reply('')).statusCode).toBe(401);
    expect((await reply(stranger)).json()).toMatchObject({ code: 'noSuchCall' });
    expect((await reply(ana, { text: 'a' }, 'f'.repeat(32))).statusCode).toBe(404);
    expect((await reply(ana, { text: 'a' }, 'nonsense')).statusCode).toBe(400);
  });

  it('says who has taken the call', async () => {
    web.telephony.consoleAnswers('console-of-ana');
    await web.telephony.settle();
    expect((await reply()).json()).toMatchObject({
      code: 'alreadyAnswered',
      message: 'Mira Petrović has taken this call.',
    });
  });

  it('says that the PBX or the database is away', async () => {
    web.telephony.goDown();
    expect((await reply()).json()).toMatchObject({ code: 'pbxUnavailable' });
    web.database.setAvailable(false);
    expect((await reply()).statusCode).toBe(503);
  });
});

describe('writing and listening', () => {
  it('keeps the caller ringing', async () => {
    expect((await post(`/calls/${callId}/reply/start`, ana)).statusCode).toBe(202);
    expect((await post(`/calls/${callId}/reply/start`, stranger)).statusCode).toBe(404);
    await reply();
    expect((await post(`/calls/${callId}/reply/start`, ana)).json()).toMatchObject({ code: 'notAllowedNow' });
  });

  it('offers languages and voices', async () => {
    const offer = (await get('/reply-offer', ana)).json();
    expect(offer).toMatchObject({ longest: 1500, languages: [{ code: 'en', voice: 'rms' }], voices: [{ id: 'rms' }] });
    expect((await get('/reply-offer', '')).statusCode).toBe(401);
  });

  it('gives the very sound', async () => {
    const answer = await post('/speech/preview', ana, { text: 'I am busy' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'audio/wav', 'x-frontdesk-voice': 'rms' });
    expect(answer.rawPayload.toString()).toBe('RIFF /message/I am busy.wav');
    expect((await post('/speech/preview', ana, { text: '…' })).json()).toMatchObject({ code: 'speechUnspeakable' });
    expect((await post('/speech/preview', '', { text: 'a' })).statusCode).toBe(401);
  });
});

describe('the replies that were sent', () => {
  it('are listed for those who may see them, and handled once for everybody', async () => {
    const { id } = (await reply()).json();
    expect((await get('/replies', ana)).json()).toMatchObject({
      replies: [{ id, answer: null }],
      open: 0,
      answered: 0,
    });
    await press('3');
    const list = (await get('/replies?state=open&answer=yes&search=jane&limit=5', tomas)).json();
    expect(list).toMatchObject({
      replies: [{ id, answer: 'yes', result: { Sts: '0', Resp: '1' } }],
      open: 1,
      answered: 1,
    });
    expect((await get('/replies', stranger)).json()).toEqual({ replies: [], open: 0, answered: 0 });
    expect((await post(`/replies/${id}/handle`, stranger)).json()).toMatchObject({ code: 'noSuchReply' });
    expect((await post(`/replies/${id}/handle`, ana)).json()).toMatchObject({ handled: { by: { name: 'ana' } } });
    expect((await post(`/replies/${id}/handle`, tomas)).json()).toMatchObject({ handled: { by: { name: 'ana' } } });
    expect((await get('/replies?state=open', ana)).json()).toEqual({ replies: [], open: 0, answered: 0 });
    expect((await get('/replies?state=handled', ana)).json().replies).toHaveLength(1);
    expect((await get('/replies?state=maybe', ana)).statusCode).toBe(400);
  });

  it('are open again when somebody takes that back, for everybody', async () => {
    const { id } = (await reply()).json();
    await press('3');
    await post(`/replies/${id}/handle`, ana, { done: true });
    expect((await post(`/replies/${id}/handle`, stranger, { done: false })).json()).toMatchObject({
      code: 'noSuchReply',
    });
    expect((await post(`/replies/${id}/handle`, tomas, { done: false })).json()).toMatchObject({ id, handled: null });
    expect((await get('/replies?state=open', ana)).json()).toMatchObject({ replies: [{ id }], open: 1 });
    expect((await post(`/replies/${id}/handle`, ana, { done: 'no' })).statusCode).toBe(400);
  });

  it('are counted with and without those who hung up, and can be had without them, or one’s own alone', async () => {
    const { id } = (await reply()).json();
    web.telephony.callerHangsUp(legId);
    await web.telephony.settle();
    expect((await get('/replies', tomas)).json()).toMatchObject({
      replies: [{ id, answer: 'none' }],
      open: 1,
      answered: 0,
    });
    expect((await get('/replies?without=none', tomas)).json().replies).toEqual([]);
    expect((await get('/replies?by=me', tomas)).json()).toMatchObject({ replies: [], open: 1 });
    expect((await get('/replies?by=me', ana)).json().replies).toMatchObject([{ id }]);
    expect((await get('/replies?by=ana', ana)).statusCode).toBe(400);
  });

  it('are found one by one by those who may see them', async () => {
    const { id } = (await reply()).json();
    expect((await get(`/replies/${id}`, ana)).json()).toMatchObject({ id, callId, answer: null, result: null });
    await press('3');
    expect((await get(`/replies/${id}`, tomas)).json()).toMatchObject({
      answer: 'yes',
      result: { Sts: '0', Resp: '1' },
    });
    expect((await get(`/replies/${id}`, stranger)).json()).toMatchObject({ code: 'noSuchReply' });
    expect((await get(`/replies/${'f'.repeat(32)}`, ana)).statusCode).toBe(404);
    expect((await get('/replies/nonsense', ana)).statusCode).toBe(400);
    expect((await get(`/replies/${id}`, '')).statusCode).toBe(401);
  });

  it('are answered also when somebody handled them before', async () => {
    const { id } = (await reply()).json();
    await post(`/replies/${id}/handle`, ana);
    await press('4');
    expect((await get('/replies', ana)).json().replies).toMatchObject([
      { id, version: 3, answer: 'no', handled: { by: { name: 'ana' } } },
    ]);
  });
});
