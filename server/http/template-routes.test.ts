import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let mira: string;
let ana: string;
beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('mira');
  await web.addUser('ana', 'administrator');
  [mira, ana] = [await web.signInAs('mira'), await web.signInAs('ana')];
});
afterEach(() => web.app.close());

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const ask = (method: Method, path: string, cookie: string, payload?: object) =>
  web.app.inject({
    method,
    url: `/api/v1/templates${path}`,
    headers: { host, cookie },
    ...(payload && { payload }),
  });
const lunch = { name: 'Lunch', text: 'We are at lunch. May I call you back?', language: 'en' };
const add = async (name: string, more: object = {}): Promise<string> =>
  (await ask('POST', '', mira, { ...lunch, name, ...more })).json().id;
const names = async (cookie = mira): Promise<readonly string[]> => {
  const { own } = (await ask('GET', '', cookie)).json();
  return own.map(({ name }: typeof lunch) => name);
};

describe('templates of one’s own', () => {
  it('are added last or at a place, tidied up, and are nobody else’s', async () => {
    const added = await ask('POST', '', mira, { ...lunch, name: '  At\n lunch ', text: ' We  are\nat lunch. ' });
    expect(added.statusCode).toBe(201);
    expect(added.json()).toEqual({ ...lunch, id: expect.any(String), name: 'At lunch', text: 'We are at lunch.' });
    await add('First', { at: 0 });
    expect(await names()).toEqual(['First', 'At lunch']);
    expect((await ask('GET', '', ana)).json()).toEqual({ own: [], hidden: [] });
    expect((await ask('GET', '', '')).statusCode).toBe(401);
  });

  it('are changed, put in order and deleted by their person alone, an administrator included', async () => {
    const [one, two] = [await add('One'), await add('Two')];
    expect((await ask('PATCH', `/${one}`, mira, { name: 'Uno' })).json()).toMatchObject({
      name: 'Uno',
      text: lunch.text,
    });
    expect((await ask('PATCH', `/${one}`, ana, { name: 'Hers' })).json()).toMatchObject({ code: 'noSuchTemplate' });
    expect((await ask('DELETE', `/${one}`, ana)).statusCode).toBe(404);
    await ask('POST', '/order', ana, { ids: [two, one] });
    expect(await names()).toEqual(['Uno', 'Two']);
    const ordered = await ask('POST', '/order', mira, { ids: [two] });
    expect(ordered.json().own).toMatchObject([{ name: 'Two' }, { name: 'Uno' }]);
    expect((await ask('DELETE', `/${one}`, mira)).statusCode).toBe(204);
    expect((await ask('DELETE', `/${one}`, mira)).json()).toMatchObject({ code: 'noSuchTemplate' });
    expect((await ask('DELETE', '/nonsense', mira)).statusCode).toBe(400);
    expect(await names()).toEqual(['Two']);
  });

  it('are 30 at most', async () => {
    for (let count = 0; count < 30; count += 1) await add(`T${count}`);
    const refused = await ask('POST', '', mira, lunch);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'tooManyTemplates']);
    expect(await names()).toHaveLength(30);
  });

  it.each([
    ['no name', { ...lunch, name: ' ' }],
    ['a name of 41 characters', { ...lunch, name: 'n'.repeat(41) }],
    ['no text', { ...lunch, text: '\n' }],
    ['a text of 1501 characters', { ...lunch, text: 't'.repeat(1501) }],
    ['a control character', { ...lunch, text: 'bell \u0007' }],
    ['no language', { ...lunch, language: '' }],
    ['what is no language', { ...lunch, language: '<b>' }],
    ['a place before the first', { ...lunch, at: -1 }],
    ['a number for a name', { ...lunch, name: 5 }],
  ])('are refused with %s', async (_, body) => {
    const answer = await ask('POST', '', mira, body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'badRequest']);
    expect(await names()).toEqual([]);
  });

  it('say when the database is away', async () => {
    web.database.setAvailable(false);
    for (const [method, path, body] of [
      ['GET', ''],
      ['POST', '', lunch],
      ['POST', '/order', { ids: [] }],
    ] as const) {
      expect((await ask(method, path, mira, body)).statusCode).toBe(503);
    }
  });
});

describe('templates of the house', () => {
  const hide = (cookie: string, hidden: boolean, more: object = {}) =>
    ask('POST', '/house', cookie, { language: 'en', id: 'atLunch', hidden, ...more });

  it('are hidden and shown again for oneself', async () => {
    expect((await hide(mira, true)).json()).toEqual({ hidden: [{ language: 'en', id: 'atLunch' }] });
    expect((await ask('GET', '', mira)).json().hidden).toEqual([{ language: 'en', id: 'atLunch' }]);
    expect((await ask('GET', '', ana)).json().hidden).toEqual([]);
    expect((await hide(mira, false)).json()).toEqual({ hidden: [] });
    expect((await hide(mira, true, { id: 'no such id!' })).statusCode).toBe(400);
    expect((await hide('', true)).statusCode).toBe(401);
  });
});
