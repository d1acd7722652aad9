import { describe, expect, test } from 'vitest';
import type { CallEvent } from '../../../../shared/call/call-event.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { eventsOf, people, tell } from '../../../drivers/fake/story.ts';
import { replyOf, urgentReply } from '../../../testing/replies.ts';
import { settled } from '../../../testing/settled.ts';
import { replyFrame, snapshotOf } from '../../../testing/stream.ts';
import { createBrowserApi } from './browser-api.ts';
import { FrontdeskError } from './frontdesk-error.ts';
import { tapFrames } from './tap-frames.ts';

const pending = replyOf({ answer: null, result: null, answeredAt: null });
const yes = { Sts: '0', Resp: '1', ExtNfo: '', Phn: '+38515550142', Nm: 'Ana Kovač' };

function openApi() {
  const fake = new FakeServer({
    startReply: () => ok(null),
    reply: () => ok(pending),
    findReply: () => ok(pending),
  });
  const clock = new FakeClock();
  const { server, frames } = tapFrames(fake);
  const seen: string[] = [];
  server.follow({
    frame: ({ type }) => void seen.push(type),
    state: () => undefined,
    away: () => undefined,
  });
  const api = createBrowserApi({ server, frames, clock });
  const asked = (name: string) => fake.asked.filter((one) => one.name === name);
  return { fake, clock, api, session: api.session('call-1'), seen, asked };
}

describe('a reply by the browser’s call API', () => {
  test('resolves with what the caller answered, in the shape the field knows', async () => {
    const { session, fake, asked } = openApi();
    const response = session.reply('May I call you back?', { language: 'en', speed: 1.2 });
    await settled();
    expect(asked('reply')).toEqual([
      {
        name: 'reply',
        request: { params: { id: 'call-1' }, body: { text: 'May I call you back?', language: 'en', speed: 1.2 } },
      },
    ]);
    fake.say(replyFrame(pending));
    fake.say(replyFrame(replyOf({ id: 'another' })));
    fake.say(replyFrame(replyOf({ version: 2 })));
    expect(await response).toEqual({ body: yes });
  });

  test('has the number of an urgent one, and says of a caller who left that they did', async () => {
    const urgent = openApi();
    const called = urgent.session.reply('Is it urgent?');
    await settled();
    urgent.fake.say(replyFrame(urgentReply('6505550184', { version: 2 })));
    expect((await called).body).toMatchObject({ Sts: '0', Resp: '3', ExtNfo: '6505550184' });
    const left = openApi();
    const unanswered = left.session.reply('Is it urgent?');
    await settled();
    const none = { Sts: '1', Resp: '0', ExtNfo: '', Phn: '', Nm: '' } as const;
    left.fake.say(replyFrame(replyOf({ version: 2, answer: 'none', result: none })));
    expect((await unanswered).body).toEqual(none);
  });

  test('misses no answer that comes before the server has said that it is sent', async () => {
    const { session, fake } = openApi();
    fake.handlers.reply = async () => {
      fake.say(replyFrame(replyOf({ version: 2 })));
      await settled();
      return ok(pending);
    };
    expect(await session.reply('Quick?')).toEqual({ body: yes });
  });

  test('asks for the answer when the page was away and has to begin anew', async () => {
    const { session, fake, asked } = openApi();
    const response = session.reply('May I call you back?');
    await settled();
    fake.handlers.findReply = () => ok(replyOf({ version: 2 }));
    fake.say(snapshotOf([], 1));
    expect(await response).toEqual({ body: yes });
    expect(asked('findReply')).toEqual([{ name: 'findReply', request: { params: { id: 'reply-1' } } }]);
  });

  test('asks again while the server does not answer, and not after that', async () => {
    const { session, fake, clock, asked } = openApi();
    fake.handlers.findReply = () => fail({ code: 'unreachable' });
    const response = session.reply('May I call you back?');
    await settled();
    fake.say(snapshotOf([], 1));
    await settled();
    clock.advance(2000);
    await settled();
    expect(asked('findReply')).toHaveLength(2);
    fake.handlers.findReply = () => ok(replyOf({ version: 2 }));
    clock.advance(2000);
    expect(await response).toEqual({ body: yes });
    clock.advance(60_000);
    fake.say(snapshotOf([], 1));
    await settled();
    expect(asked('findReply')).toHaveLength(3);
  });

  test('waits behind the sign-in for whoever was signed out', async () => {
    const { session, fake, clock, asked } = openApi();
    fake.handlers.findReply = () => fail({ code: 'signedOut' });
    const response = session.reply('May I call you back?');
    await settled();
    fake.say(snapshotOf([], 1));
    await settled();
    clock.advance(60_000);
    expect(asked('findReply')).toHaveLength(1);
    fake.handlers.findReply = () => ok(replyOf({ version: 2 }));
    fake.say(snapshotOf([], 2));
    expect(await response).toEqual({ body: yes });
  });

  test('rejects when the reply is not to be seen any more', async () => {
    const { session, fake } = openApi();
    fake.handlers.findReply = () => fail({ code: 'noSuchReply' });
    const response = session.reply('May I call you back?');
    await settled();
    fake.say(snapshotOf([], 1));
    await expect(response).rejects.toMatchObject({ code: 'noSuchReply' });
  });

  test.each(['alreadyReplied', 'alreadyAnswered', 'noSuchCall', 'badRequest', 'signedOut'] as const)(
    'rejects with %s when it is refused',
    async (code) => {
      const { session, fake } = openApi();
      fake.handlers.reply = () => fail({ code });
      const failure: unknown = await session.reply('May I call you back?').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(FrontdeskError);
      expect(failure).toMatchObject({ code, name: 'FrontdeskError', message: expect.stringMatching(/\.$/) });
    },
  );
});

describe('a reply of which nobody knows whether it was sent', () => {
  const ringing = tell({ id: 'call-1', at: 1000, caller: { name: 'Ana Kovač' } });
  const events = eventsOf({ id: 'call-1', at: 1000, caller: { name: 'Ana Kovač' } }, [
    { type: 'replyStarted', by: people.mira, replyId: 'reply-1', after: 10 },
  ]);
  const story = (more: readonly CallEvent[]) => () =>
    ok({ call: ringing, events: [...more], quality: [], recordings: [], replies: [] });
  const loseWord = ({ fake }: ReturnType<typeof openApi>) => {
    fake.handlers.reply = () => fail({ code: 'unreachable' });
  };

  test('is looked for as soon as the server can be asked, and its answer waited for', async () => {
    const desk = openApi();
    loseWord(desk);
    const response = desk.session.reply(' May I call\nyou back? ');
    await settled();
    desk.fake.say(replyFrame(replyOf({ version: 2 })));
    desk.fake.handlers.call = story(events);
    desk.clock.advance(2000);
    expect(await response).toEqual({ body: yes });
  });

  test('rejects when it was not', async () => {
    const desk = openApi();
    loseWord(desk);
    desk.fake.handlers.call = story(events.slice(0, 1));
    await expect(desk.session.reply('May I call you back?')).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('rejects when it was a colleague’s that was sent, and when there is no such call', async () => {
    const desk = openApi();
    loseWord(desk);
    desk.fake.handlers.call = story(events);
    await expect(desk.session.reply('In other words?')).rejects.toMatchObject({ code: 'alreadyReplied' });
    desk.fake.handlers.call = () => fail({ code: 'noSuchCall' });
    await expect(desk.session.reply('Anybody?')).rejects.toMatchObject({ code: 'noSuchCall' });
  });
});

describe('the browser’s call API', () => {
  test('says that a reply is being written, or why that is of no use', async () => {
    const { session, fake, asked } = openApi();
    await session.startReply();
    expect(asked('startReply')).toEqual([{ name: 'startReply', request: { params: { id: 'call-1' } } }]);
    fake.handlers.startReply = () => fail({ code: 'notAllowedNow' });
    await expect(session.startReply()).rejects.toMatchObject({ code: 'notAllowedNow' });
  });

  test.each([
    ['record', 'startRecording', 'recordingOff'],
    ['pauseRecording', 'pauseRecording', 'notAllowedNow'],
    ['resumeRecording', 'resumeRecording', 'recordingFailed'],
    ['stopRecording', 'stopRecording', 'recordingAlways'],
  ] as const)('has the call recorded (%s), or says why not', async (does, name, code) => {
    const { session, fake, asked } = openApi();
    fake.handlers[name] = () => ok(null);
    await session[does]();
    expect(asked(name)).toEqual([{ name, request: { params: { id: 'call-1' } } }]);
    fake.handlers[name] = () => fail({ code });
    await expect(session[does]()).rejects.toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  });

  test('is frozen, and the page goes on hearing what it heard', () => {
    const { api, session, fake, seen } = openApi();
    fake.say(snapshotOf([], 1));
    expect(seen).toEqual(['snapshot']);
    expect([Object.isFrozen(api), Object.isFrozen(session)]).toEqual([true, true]);
  });
});
