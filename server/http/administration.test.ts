import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { host, openTestWeb } from './http.testing.ts';

let web: Awaited<ReturnType<typeof openTestWeb>>;
let admin: string;
beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('ana');
  await web.addUser('tomas', 'administrator');
  admin = await web.signInAs('tomas');
});
afterEach(() => web.app.close());

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const ask = (method: Method, url: string, payload?: object, cookie = admin) =>
  web.app.inject({ method, url: `/api/v1${url}`, headers: { host, cookie }, ...(payload && { payload }) });
const change = (id: string, changes: object, cookie = admin) => ask('PATCH', `/users/${id}`, changes, cookie);

const ivo = {
  email: 'ivo@nordkap.example',
  extension: '333',
  name: 'Ivo',
  role: 'receptionist',
  password: 'ivo-password',
};
const night = {
  name: 'Night',
  answerWithinSeconds: 20,
  openingHours: null,
  timeZone: 'Europe/Oslo',
  memberIds: ['u-ana'],
};

describe('who is no administrator', () => {
  it.each([
    ['GET', '/users', undefined],
    ['POST', '/users', ivo],
    ['PATCH', '/users/u-ana', { name: 'Queen Ana' }],
    ['GET', '/queues', undefined],
    ['POST', '/queues', night],
    ['POST', '/numbers', { number: '5550177', queueId: null }],
    ['DELETE', '/numbers/5550100', undefined],
    ['DELETE', '/queues/sales', undefined],
    ['GET', '/system-health', undefined],
  ] as const)('is refused %s %s', async (method, url, payload) => {
    await web.addUser('ingrid', 'supervisor');
    for (const name of ['ana', 'ingrid']) {
      const answer = await ask(method, url, payload, await web.signInAs(name));
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden']);
    }
    expect((await ask(method, url, payload, '')).json()).toMatchObject({ code: 'signedOut' });
  });
});

describe('users', () => {
  it('are listed with their queues and when they were seen', async () => {
    await ask('POST', '/queues', { ...night, id: 'night' });
    await web.signInAs('ana');
    const { users } = (await ask('GET', '/users')).json();
    expect(users).toContainEqual(
      expect.objectContaining({ id: 'u-ana', queueIds: ['night'], signedIn: true, lastSeenAt: web.clock.now() }),
    );
    expect(JSON.stringify(users)).not.toContain('hashed');
  });

  it('are added to the queues they answer, and change them', async () => {
    const added = await ask('POST', '/users', { ...ivo, queueIds: ['main'] });
    expect(added.json()).toMatchObject({ name: 'Ivo', queueIds: ['main'], signedIn: false, lastSeenAt: null });
    const { id } = added.json();
    expect((await change(id, { queueIds: [] })).json()).toMatchObject({ name: 'Ivo', queueIds: [] });
    expect((await change(id, { queueIds: ['none'] })).json()).toMatchObject({ code: 'noSuchQueue' });
  });

  it('are not added half: a queue that is not there is found out first', async () => {
    expect((await ask('POST', '/users', { ...ivo, queueIds: ['none'] })).json()).toMatchObject({ code: 'noSuchQueue' });
    expect((await ask('GET', '/users')).json().users).toHaveLength(2);
  });

  it('have an e-mail and an extension of their own', async () => {
    const { id } = (await ask('POST', '/users', ivo)).json();
    expect((await ask('POST', '/users', { ...ivo, email: 'other@nordkap.example' })).json().code).toBe('taken');
    expect((await change(id, { email: 'ANA@nordkap.example' })).json().code).toBe('taken');
    expect((await change('nobody', { name: 'X' })).json().code).toBe('noSuchUser');
  });

  it('get a new password, which signs them out', async () => {
    const theirs = await web.signInAs('ana');
    expect((await change('u-ana', { password: 'short' })).json()).toMatchObject({
      code: 'badRequest',
      field: 'password',
    });
    expect((await change('u-ana', { password: 'a-new-password' })).statusCode).toBe(200);
    expect((await ask('GET', '/session', undefined, theirs)).statusCode).toBe(401);
    await expect(web.signInAs('ana')).rejects.toThrow('wrongPassword');
  });

  it('are disabled, which signs them out, and enabled again', async () => {
    const theirs = await web.signInAs('ana');
    expect((await change('u-ana', { disabled: true })).json()).toMatchObject({ disabled: true, signedIn: false });
    expect((await ask('GET', '/session', undefined, theirs)).statusCode).toBe(401);
    await expect(web.signInAs('ana')).rejects.toThrow('wrongPassword');
    await change('u-ana', { disabled: false });
    await web.signInAs('ana');
  });
});

describe('there is always an administrator', () => {
  it.each([[{ disabled: true }], [{ role: 'receptionist' }]])('not even oneself by %j', async (changes) => {
    await web.addUser('petra', 'administrator');
    const answer = await change('u-tomas', changes);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'notYourself']);
    expect((await change('u-tomas', { name: 'Tomás', role: 'administrator' })).statusCode).toBe(200);
    expect((await change('u-petra', changes)).statusCode).toBe(200);
  });
});

describe('what an administrator changes', () => {
  it('is written down, with who and what, and without secrets or whole numbers', async () => {
    const { id } = (await ask('POST', '/users', ivo)).json();
    await change(id, { password: 'another-secret', name: 'Ivo Ivić' });
    await ask('POST', '/queues', { ...night, id: 'night' });
    await ask('POST', '/numbers', { number: '+4722550177', queueId: 'night' });
    await ask('DELETE', '/numbers/+4722550177');
    await ask('DELETE', '/numbers/+4722550177');
    const audits = web.logged.filter((fields) => 'audit' in fields);
    expect(audits).toEqual([
      { audit: 'userCreated', by: 'u-tomas', user: id, role: 'receptionist' },
      {
        audit: 'userChanged',
        by: 'u-tomas',
        user: id,
        role: 'receptionist',
        disabled: false,
        fields: ['name', 'password'],
      },
      { audit: 'queueSaved', by: 'u-tomas', queue: 'night', members: 1, answerWithinSeconds: 20 },
      { audit: 'numberSaved', by: 'u-tomas', ending: '…177', queue: 'night' },
      { audit: 'numberRemoved', by: 'u-tomas', ending: '…177' },
    ]);
    expect(JSON.stringify(web.logged)).not.toMatch(/secret|ivo-password|4722550177/);
  });
});

describe('numbers and opening hours', () => {
  it('a number may lead nowhere for now', async () => {
    expect((await ask('POST', '/numbers', { number: '5550177', queueId: null })).statusCode).toBe(200);
    expect((await ask('GET', '/queues')).json().numbers).toContainEqual({ number: '5550177', queueId: null });
    expect((await ask('DELETE', '/numbers/5550177')).statusCode).toBe(204);
    expect((await ask('DELETE', '/numbers/5550177')).json().code).toBe('notFound');
  });

  it('a queue is taken away when nobody is on it: its numbers lead on, and who answered it is told', async () => {
    const told: (readonly string[])[] = [];
    web.memberships.subscribe((userIds) => void told.push(userIds));
    await ask('POST', '/queues', { ...night, id: 'night' });
    await ask('POST', '/numbers', { number: '5550177', queueId: 'night' });
    for (const other of ['none', 'night'])
      expect((await ask('DELETE', `/queues/night?numbersTo=${other}`)).json().code).toBe('noSuchQueue');
    const legId = web.telephony.arrive({ dialled: '5550177', name: 'Jane', number: '15550001' });
    await web.telephony.settle();
    expect((await ask('DELETE', '/queues/night')).json().code).toBe('queueInUse');
    web.telephony.callerHangsUp(legId);
    await web.telephony.settle();

    expect((await ask('DELETE', '/queues/night?numbersTo=main')).statusCode).toBe(204);
    expect(told.at(-1)).toEqual(['u-ana']);
    const { queues, numbers } = (await ask('GET', '/queues')).json();
    expect(queues).toMatchObject([{ id: 'main' }]);
    expect(numbers).toContainEqual({ number: '5550177', queueId: 'main' });
    expect((await ask('DELETE', '/queues/night')).json().code).toBe('notFound');
    const entries = await web.stores.audit.list({ subject: 'night', limit: 1 });
    expect(entries).toMatchObject({ value: [{ action: 'queueRemoved', about: 'Night' }] });
  });

  const closed = { from: '2026-12-24', to: '2026-12-26', spans: [] };
  it.each([
    [
      'overlap',
      {
        openingHours: [
          { weekday: 1, from: 540, to: 720 },
          { weekday: 1, from: 700, to: 800 },
        ],
      },
      'openingHours',
    ],
    ['end before they begin', { openingHours: [{ weekday: 1, from: 540, to: 540 }] }, 'openingHours.0'],
    ['are of no day', { exceptions: [{ ...closed, from: '2026-02-30' }] }, 'exceptions.0.from'],
    ['end on an earlier day', { exceptions: [{ ...closed, to: '2026-12-23' }] }, 'exceptions.0'],
    [
      'are about one day twice',
      { exceptions: [closed, { ...closed, from: '2026-12-26', to: '2026-12-27' }] },
      'exceptions',
    ],
  ])('hours that %s are refused', async (_what, hours, field) => {
    expect((await ask('POST', '/queues', { ...night, ...hours })).json()).toMatchObject({ code: 'badRequest', field });
  });

  it('are kept with their exceptions; without, there are none', async () => {
    const saved = await ask('POST', '/queues', { ...night, exceptions: [closed] });
    expect(saved.json()).toMatchObject({ exceptions: [closed] });
    expect((await ask('POST', '/queues', night)).json()).toMatchObject({ exceptions: [] });
  });
});

describe('the system’s health', () => {
  it('is told in detail to administrators, and in short to everybody', async () => {
    await web.signIn('ana-1');
    const health = (await ask('GET', '/system-health')).json();
    expect(health).toMatchObject({
      phoneSystem: { state: 'connected', legs: 0, bridges: 0, embedded: true },
      database: { state: 'up', version: expect.any(String) },
      speech: { engine: 'fake-1 (2), silent-1 (0)', voices: 2 },
      consoles: { registered: 1, people: 1 },
      calls: { live: 0 },
    });
    expect((await ask('GET', '/health', undefined, '')).json()).toMatchObject({ status: 'ok' });
    expect(health.disk.freeBytes).toBeLessThan(health.disk.totalBytes);
  });
});
