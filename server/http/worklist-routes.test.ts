import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorklist } from '../calls/worklist.ts';
import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';
import { host, openTestWeb } from './http.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let ana: string;
let ben: string;
let stranger: string;
let itemId: string;
beforeEach(async () => {
  web = await openTestWeb();
  for (const name of ['ana', 'ben', 'eva'] as const) await web.addUser(name);
  const facts = { name: 'Main number', answerWithinSeconds: 30, openingHours: null, exceptions: [] };
  const queue = { ...facts, timeZone: 'Europe/Oslo', ...quietRules };
  await web.stores.directory.saveQueue({ id: 'main', ...queue }, ['u-ana', 'u-ben']);
  [ana, ben, stranger] = [await web.signInAs('ana'), await web.signInAs('ben'), await web.signInAs('eva')];
  const legId = await web.arrive('=Jane', '+15550001111');
  web.telephony.callerHangsUp(legId);
  await web.telephony.settle();
  const worklist = openWorklist(web.desk, web.board);
  await worklist.catchUp();
  const items = await web.stores.worklist.list({ limit: 1 });
  itemId = items.ok ? (items.value[0]?.id ?? '') : '';
});
afterEach(() => web.app.close());

const post = (url: string, cookie: string, payload: object = {}) =>
  web.app.inject({ method: 'POST', url: `/api/v1${url}`, headers: { host, cookie }, payload });
const get = (url: string, cookie: string) =>
  web.app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { host, cookie } });

describe('the worklist over the API', () => {
  it('has the callers of one’s queues, and how many are in each view', async () => {
    expect((await get('/worklist', ana)).json()).toMatchObject({
      items: [{ id: itemId, what: 'abandoned', caller: { number: '+15550001111' } }],
      counts: { open: 1, mine: 0, doneToday: 0 },
    });
    expect((await get('/worklist?search=0001111', ana)).json()).toMatchObject({ items: [{ id: itemId }] });
    expect((await get('/worklist?search=nobody', ana)).json()).toMatchObject({ items: [], counts: { open: 1 } });
    expect((await get('/worklist', stranger)).json()).toMatchObject({ items: [], counts: { open: 0 } });
  });

  it('tells the second who says “I’ll do it” who was first, and lets them take it over', async () => {
    expect((await post(`/worklist/${itemId}/own`, ana)).json()).toMatchObject({ owner: { userId: 'u-ana' } });
    const second = await post(`/worklist/${itemId}/own`, ben);
    expect(second.statusCode).toBe(409);
    expect(second.json()).toEqual({ code: 'alreadyOwned', message: 'ana calls back.', by: 'ana' });
    expect((await get('/worklist?view=mine', ana)).json()).toMatchObject({ items: [{ id: itemId }] });
    expect((await post(`/worklist/${itemId}/own`, ben, { takeOver: true })).json()).toMatchObject({
      owner: { userId: 'u-ben' },
    });
    expect((await post(`/worklist/${itemId}/release`, ben)).json()).toMatchObject({ owner: null });
  });

  it('lets somebody say that a caller is dealt with, and take that back', async () => {
    expect((await post(`/worklist/${itemId}/done`, ana, { done: true })).json()).toMatchObject({
      done: { by: { userId: 'u-ana' }, how: 'marked' },
    });
    expect((await get('/worklist?view=doneToday', ana)).json()).toMatchObject({
      items: [{ id: itemId }],
      counts: { open: 0, doneToday: 1 },
    });
    expect((await post(`/worklist/${itemId}/done`, ana, { done: false })).json()).toMatchObject({ done: null });
    expect((await post('/worklist/done', ana, { ids: [itemId] })).statusCode).toBe(202);
    expect((await get('/worklist', ana)).json()).toMatchObject({ items: [] });
  });

  it('has no such entry for whoever may not see it', async () => {
    for (const url of [`/worklist/${itemId}/own`, `/worklist/${itemId}/done`, `/worklist/${itemId}/release`])
      expect((await post(url, stranger)).json()).toMatchObject({ code: 'noSuchWorkItem' });
  });

  it('makes whoever calls back the owner, and asks who else does', async () => {
    await post(`/worklist/${itemId}/own`, ben);
    const placed = await post('/calls', ana, { number: '+15550001111', workItemId: itemId });
    expect(placed.json()).toMatchObject({ code: 'alreadyOwned', message: 'ben calls back.' });
  });
});

describe('the history over the API', () => {
  it('is filtered before it is cut into pages, and counts what is there', async () => {
    for (const number of ['+15550002222', '+15550003333']) {
      const legId = await web.arrive('John', number);
      web.telephony.callerHangsUp(legId);
      await web.telephony.settle();
    }
    expect((await get('/calls?limit=1', ana)).json()).toMatchObject({
      calls: [{ caller: { number: '+15550003333' } }],
      total: 3,
    });
    expect((await get('/calls?search=john&offset=1', ana)).json()).toMatchObject({
      calls: [{ caller: { number: '+15550002222' } }],
      total: 2,
    });
    expect((await get('/calls?ending=answered', ana)).json()).toEqual({ calls: [], total: 0 });
    expect((await get('/calls', stranger)).json()).toEqual({ calls: [], total: 0 });
  });

  it('can be taken along as a file, which is written down and holds no formula', async () => {
    const file = await get('/calls.csv?ending=abandoned', ana);
    expect(file.headers['content-type']).toContain('text/csv');
    const [head, row, ...rest] = file.body.trimEnd().split('\r\n');
    expect(head).toBe(
      '\uFEFFArrived,Direction,Line,Number,Name,Dialled,Result,Person,Answered,Ended,Seconds waited,Seconds talked,Note,Call',
    );
    expect(row).toMatch(/^2030-01-01T01:00:\d\d\+01:00,inbound,Main number,'\+15550001111,'=Jane,5550100,abandoned,/);
    expect(rest).toEqual([]);
    const entries = await web.stores.audit.list({ action: 'callsExported', limit: 5 });
    expect(entries).toMatchObject({ value: [{ by: { userId: 'u-ana' }, about: 'calls: 1' }] });
    const none = await get('/calls.csv', stranger);
    expect(none.body.trimEnd().split('\r\n')).toHaveLength(1);
    const list = await get('/worklist.csv', ana);
    expect(list.body.split('\r\n')[1]).toContain("'+15550001111,'=Jane,'+15550001111,abandoned,1,");
  });
});
