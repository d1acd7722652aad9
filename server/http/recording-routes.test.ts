import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Recording } from '../../shared/recording/recording.ts';
import { host, openTestWeb } from './http.testing.ts';
import { conversation } from '../calls/conversation.testing.ts';

const ofMain = '1'.repeat(32);
const ofNight = '2'.repeat(32);
const message = '3'.repeat(32);
const dayMs = 86_400_000;

let web: Awaited<ReturnType<typeof openTestWeb>>;
let cookies: Readonly<Record<'ana' | 'eva' | 'petra' | 'tomas', string>>;
beforeEach(async () => {
  web = await openTestWeb();
  await web.addUser('ana');
  await web.addUser('eva');
  await web.addUser('petra', 'supervisor');
  await web.addUser('tomas', 'administrator');
  const hours = { openingHours: null, exceptions: [], timeZone: 'UTC', answerWithinSeconds: 30 };
  await web.stores.directory.saveQueue({ id: 'main', name: 'Main', ...hours, ...web.quietRules }, ['u-ana']);
  await web.stores.directory.saveQueue({ id: 'night', name: 'Night', ...hours, ...web.quietRules }, ['u-eva']);
  cookies = {
    ana: await web.signInAs('ana'),
    eva: await web.signInAs('eva'),
    petra: await web.signInAs('petra'),
    tomas: await web.signInAs('tomas'),
  };
  await web.arrive('Jane Caller', '+15550001111');
  const callId = (await web.theCall()).id;
  const night = { id: 'night', name: 'Night' };
  await keep(conversation({ id: ofMain, callId }));
  await keep(
    conversation({ id: ofNight, callId, queue: night, people: [{ userId: 'u-eva', name: 'eva' }], startedAt: 5 }),
  );
  await keep(
    conversation({ id: message, callId, kind: 'voicemail', channels: 1, people: [], marks: [], startedAt: 9 }),
  );
  for (const id of [ofMain, ofNight, message]) web.objects.kept.set(`${id}.wav`, new Uint8Array(64));
});
afterEach(() => web.app.close());

const keep = (recording: Recording) => web.stores.recordings.keep(recording, web.clock.now());
type Who = keyof typeof cookies;
const ask = (method: 'GET' | 'POST' | 'DELETE', who: Who, url: string, payload?: object) =>
  web.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { host, cookie: cookies[who] },
    ...(payload && { payload }),
  });
const get = (who: Who, url: string) => ask('GET', who, url);
const post = (who: Who, url: string, payload: object = {}) => ask('POST', who, url, payload);
const listed = async (who: Who, query = '') => {
  const answer = (await get(who, `/recordings${query}`)).json();
  return { ids: answer.recordings.map(({ id }: Recording) => id), total: answer.total, fresh: answer.newVoicemails };
};
const entries = async () => {
  const list = await web.stores.audit.list({ limit: 100 });
  return list.ok ? list.value.map(({ action, by, subject }) => [action, by?.name, subject]) : [];
};

describe('GET /recordings', () => {
  it('has what somebody may hear, the latest first', async () => {
    expect(await listed('ana')).toEqual({ ids: [ofMain, message], total: 2, fresh: 1 });
    expect(await listed('eva')).toEqual({ ids: [ofNight], total: 1, fresh: 0 });
    expect(await listed('petra')).toEqual({ ids: [ofMain, message, ofNight], total: 3, fresh: 1 });
    expect(await listed('tomas', '?kind=call&limit=1')).toEqual({ ids: [ofMain], total: 2, fresh: 1 });
  });

  it('refuses a filter that makes no sense', async () => {
    expect((await get('ana', '/recordings?limit=0')).json()).toMatchObject({ code: 'badRequest', field: 'limit' });
  });
});

describe('rights', () => {
  it.each([
    ['GET', '', undefined],
    ['GET', '/sound', undefined],
    ['GET', '/peaks', undefined],
    ['GET', '/transcript', undefined],
    ['POST', '/note', { note: 'x' }],
    ['POST', '/marks', { atMs: 1, text: '' }],
    ['DELETE', `/marks/${'a'.repeat(32)}`, undefined],
    ['POST', '/handle', {}],
    ['POST', '/exempt', { exempt: true }],
    ['POST', '/share', {}],
    ['POST', '/transcribe', undefined],
    ['DELETE', '', undefined],
  ] as const)('%s %s of another line is answered as if there were none', async (method, path, body) => {
    const [other, none] = [ofNight, '0'.repeat(32)];
    const theirs = await ask(method, 'ana', `/recordings/${other}${path}`, body);
    const nobodys = await ask(method, 'ana', `/recordings/${none}${path}`, body);
    expect([theirs.statusCode, theirs.json().code]).toEqual([404, 'noSuchRecording']);
    expect(theirs.body).toBe(nobodys.body);
    expect(await entries()).toEqual([]);
  });

  it('says what somebody may do', async () => {
    expect((await get('ana', `/recordings/${ofMain}`)).json()).toMatchObject({ mayChange: true, mayDelete: false });
    expect((await get('petra', `/recordings/${ofNight}`)).json()).toMatchObject({ mayChange: true, mayDelete: true });
  });

  it('lets nobody in who is signed out', async () => {
    const url = `/api/v1/recordings/${ofMain}/sound`;
    expect((await web.app.inject({ url, headers: { host } })).statusCode).toBe(401);
  });
});

describe('what is changed', () => {
  it('is a note, a mark, and that somebody has seen to it', async () => {
    await post('ana', `/recordings/${ofMain}/note`, { note: 'Wants the invoice' });
    const marked = (await post('ana', `/recordings/${ofMain}/marks`, { atMs: 200, text: ' Rate ' })).json();
    expect(marked).toMatchObject({
      version: 3,
      note: 'Wants the invoice',
      marks: [{ atMs: 200, kind: 'custom', text: 'Rate' }, { kind: 'held' }],
    });
    const [mark, held] = marked.marks;
    const gone = await ask('DELETE', 'ana', `/recordings/${ofMain}/marks/${mark.id}`);
    expect(gone.json().marks).toHaveLength(1);
    const kept = await ask('DELETE', 'ana', `/recordings/${ofMain}/marks/${held.id}`);
    expect(kept.json().code).toBe('noSuchMark');
  });

  it('keeps a mark within the sound, and no more than 200 of them', async () => {
    const full = Array.from({ length: 199 }, (_, place) => ({
      id: place.toString(16).padStart(32, '0'),
      atMs: place,
      kind: 'custom' as const,
      text: '',
    }));
    await keep(conversation({ id: ofMain, callId: (await web.theCall()).id, version: 2, marks: full }));
    const last = await post('ana', `/recordings/${ofMain}/marks`, { atMs: 999_999, text: '' });
    expect(last.json().marks.at(-1)).toMatchObject({ atMs: 61_000 });
    const more = await post('ana', `/recordings/${ofMain}/marks`, { atMs: 1, text: '' });
    expect([more.statusCode, more.json().code]).toEqual([409, 'tooManyMarks']);
  });

  it('remembers who saw to a voicemail first, until it is open again', async () => {
    await post('ana', `/recordings/${message}/handle`);
    expect((await post('petra', `/recordings/${message}/handle`)).json().handled.by).toEqual({
      userId: 'u-ana',
      name: 'ana',
    });
    expect(await listed('ana')).toMatchObject({ fresh: 0 });
    expect((await post('ana', `/recordings/${message}/handle`, { handled: false })).json().handled).toBeNull();
    expect((await post('ana', `/recordings/${ofMain}/handle`)).json()).toMatchObject({ version: 1, handled: null });
  });

  it('is written down where somebody transcribes, which is said beforehand', async () => {
    expect((await get('ana', `/recordings/${ofMain}`)).json()).toMatchObject({ transcribes: false });
    expect((await post('ana', `/recordings/${ofMain}/transcribe`)).json().code).toBe('transcriptsOff');
    web.trouble.transcriber = true;
    expect((await get('ana', `/recordings/${ofMain}`)).json()).toMatchObject({
      transcribes: true,
      recording: { transcript: 'off' },
    });
    expect((await post('ana', `/recordings/${ofMain}/transcribe`)).json()).toMatchObject({ transcript: 'pending' });
    expect(web.woken).toEqual(['transcription']);
  });
});

describe('keeping and deleting', () => {
  it('is for supervisors and administrators', async () => {
    const answers = [
      await ask('DELETE', 'ana', `/recordings/${ofMain}`),
      await post('ana', `/recordings/${ofMain}/exempt`, { exempt: true }),
    ];
    expect(answers.map((answer) => answer.json())).toEqual([
      { code: 'forbidden', message: 'Only supervisors and administrators delete recordings.' },
      { code: 'forbidden', message: 'Only supervisors and administrators keep recordings beyond their time.' },
    ]);
    expect(await listed('ana')).toMatchObject({ total: 2 });
  });

  it('keeps what a supervisor holds, and deletes what is let go, for good', async () => {
    await post('petra', `/recordings/${ofMain}/exempt`, { exempt: true });
    await post('petra', `/recordings/${ofMain}/exempt`, { exempt: true });
    const held = await ask('DELETE', 'tomas', `/recordings/${ofMain}`);
    expect([held.statusCode, held.json().code]).toEqual([409, 'recordingExempt']);
    await post('petra', `/recordings/${ofMain}/exempt`, { exempt: false });
    expect((await ask('DELETE', 'tomas', `/recordings/${ofMain}`)).statusCode).toBe(204);
    expect((await get('ana', `/recordings/${ofMain}/sound`)).json().code).toBe('noSuchRecording');
    expect([...web.objects.kept.keys()]).toEqual([`${ofNight}.wav`, `${message}.wav`]);
    expect(await entries()).toEqual([
      ['recordingDeleted', 'tomas', ofMain],
      ['recordingUnexempted', 'petra', ofMain],
      ['recordingExempted', 'petra', ofMain],
    ]);
  });

  it('changes nothing while the store is out of reach', async () => {
    web.objects.state.failure = 'storageUnavailable';
    expect((await ask('DELETE', 'petra', `/recordings/${ofMain}`)).json().code).toBe('soundUnavailable');
    expect(await entries()).toEqual([]);
    expect(await listed('petra')).toMatchObject({ total: 3 });
  });
});

describe('a share link', () => {
  it('lets a colleague hear this recording, and change nothing, until it expires', async () => {
    const shared = await post('ana', `/recordings/${ofMain}/share`, { days: 2 });
    const { path, expiresAt } = shared.json();
    expect([shared.statusCode, expiresAt]).toEqual([201, web.clock.now() + 2 * dayMs]);
    const [, share = ''] = path.split('?');
    expect(path).toMatch(new RegExp(`^/recordings/${ofMain}\\?share=`));

    expect((await get('eva', `/recordings/${ofMain}?${share}`)).json()).toMatchObject({
      recording: { id: ofMain },
      mayChange: false,
      heardBy: [{ name: 'ana', what: 'shared' }],
    });
    await get('eva', `/recordings/${ofMain}?${share}`);
    expect((await get('eva', `/recordings/${ofMain}/sound?${share}`)).statusCode).toBe(200);
    expect((await get('eva', `/recordings/${message}/sound?${share}`)).statusCode).toBe(404);
    expect((await post('eva', `/recordings/${ofMain}/note?${share}`, { note: 'x' })).statusCode).toBe(404);
    expect(await entries()).toEqual([
      ['recordingHeard', 'eva', ofMain],
      ['shareOpened', 'eva', ofMain],
      ['recordingShared', 'ana', ofMain],
    ]);

    web.clock.advance(2 * dayMs);
    const again = await web.signInAs('eva');
    const expired = await web.app.inject({ url: `/api/v1${path}`, headers: { host, cookie: again } });
    expect(expired.json().code).toBe('noSuchRecording');
  });

  it('is a word that cannot be guessed', async () => {
    expect((await get('eva', `/recordings/${ofMain}?share=short`)).json().code).toBe('badRequest');
    expect((await get('eva', `/recordings/${ofMain}?share=${'a'.repeat(43)}`)).json().code).toBe('noSuchRecording');
  });
});

describe('GET /audit', () => {
  it('tells supervisors who did what, and receptionists nothing', async () => {
    await get('ana', `/recordings/${ofMain}/sound`);
    await ask('DELETE', 'petra', `/recordings/${ofMain}`);
    expect((await get('ana', '/audit')).statusCode).toBe(403);
    const all = (await get('petra', '/audit')).json().entries;
    expect(all).toMatchObject([
      { action: 'recordingDeleted', by: { name: 'petra' }, about: 'call with Jane Caller, 2030-01-07 08:15 UTC, 1:01' },
      { action: 'recordingHeard', by: { name: 'ana' } },
    ]);
    expect((await get('tomas', `/audit?userId=u-ana`)).json().entries).toHaveLength(1);
    expect((await get('tomas', `/audit?before=${all[0].id}`)).json().entries).toHaveLength(1);
  });
});
