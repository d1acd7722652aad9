import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReplyDesk } from './reply-desk.testing.ts';

type Desk = Awaited<ReturnType<typeof openReplyDesk>>;

let web: Desk['web'];
let ana: Desk['ana'];
let tomas: Desk['tomas'];
let stranger: Desk['stranger'];
let callId: Desk['callId'];
let post: Desk['post'];
let get: Desk['get'];
let press: Desk['press'];
beforeEach(async () => {
  ({ web, ana, tomas, stranger, callId, post, get, press } = await openReplyDesk());
});
afterEach(() => web.app.close());

const reply = () => post(`/calls/${callId}/reply`, ana, { text: 'I am busy' });

describe('a voicemail that answered a reply', () => {
  let replyId: string;
  let voicemailId: string;
  beforeEach(async () => {
    replyId = (await reply()).json().id;
    expect((await hear()).json()).toMatchObject({ code: 'noSuchVoicemail' });
    await press('22');
    web.telephony.recordingEnds(web.telephony.recordings()[0]?.recordingId ?? '');
    await web.telephony.settle();
    voicemailId = (await get(`/replies/${replyId}`, ana)).json().voicemail.id;
  });
  const hear = (cookie = ana) => get(`/replies/${replyId}/voicemail`, cookie);

  it('is sent as sound to those who may see the reply', async () => {
    const sound = await hear();
    expect(sound.headers['content-type']).toBe('audio/wav');
    expect(sound.rawPayload).toHaveLength(44 + 160_000);
    expect((await hear(stranger)).statusCode).toBe(404);
    expect((await get(`/replies/${'f'.repeat(32)}/voicemail`, ana)).json()).toMatchObject({ code: 'noSuchReply' });
  });

  it('is not heard without that being written down, once a listening', async () => {
    await hear();
    await hear();
    await hear(tomas);
    const entries = await web.stores.audit.list({ action: 'recordingHeard', subject: voicemailId, limit: 10 });
    expect(entries.ok && entries.value.map(({ by, about }) => [by?.name, about])).toEqual([
      ['tomas', expect.stringMatching(/^voicemail of Jane Caller, .*, 0:10$/)],
      ['ana', expect.any(String)],
    ]);
    expect((await get(`/recordings/${voicemailId}`, ana)).json().heardBy).toHaveLength(2);
  });

  it('is not heard when that cannot be written down', async () => {
    web.trouble.audit = true;
    expect([(await hear()).statusCode, (await hear()).json().code]).toEqual([503, 'databaseUnavailable']);
  });

  it('is theirs who sent the reply, whatever their lines are, here and among the recordings', async () => {
    await web.stores.directory.setQueuesOf('u-ana', []);
    expect((await hear()).statusCode).toBe(200);
    expect((await get(`/recordings/${voicemailId}`, ana)).statusCode).toBe(200);
    const ben = await web.signInAs('ben');
    await web.stores.directory.setQueuesOf('u-ben', []);
    expect((await hear(ben)).statusCode).toBe(404);
    expect((await get(`/recordings/${voicemailId}`, ben)).statusCode).toBe(404);
  });

  it('is gone here as well when it has been deleted', async () => {
    await web.stores.recordings.remove(voicemailId, web.clock.now());
    expect((await hear()).json()).toMatchObject({ code: 'noSuchVoicemail' });
  });

  it('is dealt with together with its reply, from either side', async () => {
    await post(`/recordings/${voicemailId}/handle`, ana, {});
    expect((await get(`/replies/${replyId}`, ana)).json()).toMatchObject({ handled: { by: { name: 'ana' } } });
    await post(`/recordings/${voicemailId}/handle`, ana, { handled: false });
    expect((await get(`/replies/${replyId}`, ana)).json()).toMatchObject({ handled: null });
    await post(`/replies/${replyId}/handle`, tomas);
    expect((await get(`/recordings/${voicemailId}`, ana)).json().recording.handled.by.name).toBe('tomas');
  });
});
