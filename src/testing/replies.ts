import type { Reply } from '../../shared/reply/reply.ts';
import { fail, ok } from '../../shared/result.ts';
import type { FakeServer } from '../drivers/fake/fake-server.ts';
import type { ApiAnswer } from '../ports/server-link.ts';

/** What a server with one voice has to choose from. */
export const replyOffer: ApiAnswer<'replyOffer'> = {
  longest: 1500,
  voices: [{ id: 'rms', name: 'RMS', language: 'en-US', provider: 'flite' }],
  languages: [
    {
      code: 'en',
      name: 'English',
      voice: 'rms',
      times: {
        minutes: { one: 'one minute', other: '{amount} minutes' },
        hours: { one: 'one hour', other: '{amount} hours' },
        days: { one: 'one day', other: '{amount} days' },
      },
      templates: [
        { id: 'callBackSoon', name: 'Call back soon', text: 'May I call you back?' },
        { id: 'isItUrgent', name: 'Is it urgent?', text: 'Is it urgent?' },
      ],
      patterns: [
        {
          pattern: { kind: 'callYouBack', direction: 'youCall', amount: 10, unit: 'minutes' },
          text: 'Could you call again in 10 minutes?',
          timed: 'Could you call again in {time}?',
        },
        { pattern: { kind: 'inAMeeting' }, text: 'I am in a meeting right now.' },
      ],
    },
  ],
};

/** A reply to Ana Kovač that she has answered with yes, unless more is said. */
export const replyOf = (more: Partial<Reply> = {}): Reply => ({
  id: 'reply-1',
  version: 1,
  callId: 'call-1',
  queue: { id: 'q-main', name: 'Main number' },
  caller: { number: '+38515550142', name: 'Ana Kovač', withheld: false },
  by: { userId: 'u-mira', name: 'Mira Petrović' },
  sentAt: Date.UTC(2026, 10, 20, 9, 0, 0),
  text: 'May I call you back?',
  language: 'en',
  voice: 'rms',
  fellBack: false,
  messageMs: 2000,
  answer: 'yes',
  result: { Phn: '+38515550142', Nm: 'Ana Kovač', Sts: '0', Resp: '1', ExtNfo: '' },
  answeredAt: Date.UTC(2026, 10, 20, 9, 0, 20),
  voicemail: null,
  handled: null,
  ...more,
});

/** One whose caller pressed 5 and keyed this number. */
export const urgentReply = (number: string, more: Partial<Reply> = {}): Reply =>
  replyOf({
    answer: 'urgent',
    result: { Phn: '+38515550142', Nm: 'Ana Kovač', Sts: '0', Resp: '3', ExtNfo: number },
    ...more,
  });

export type FakeReplies = { all: readonly Reply[] };

/** A server that keeps `world` as its receptionists want it, by the rules of the real one as far as pages can tell. */
export function keepReplies(world: FakeReplies, me: Reply['by'], now: () => number): FakeServer['handlers'] {
  const toDo = () => world.all.filter(({ answer, handled }) => answer !== null && handled === null);
  return {
    replies: ({ query: { state, answer, without, by, before, limit = 50 } }) => {
      const found = world.all.filter(
        (reply) =>
          (state === undefined || (reply.handled === null) === (state === 'open')) &&
          (answer === undefined || reply.answer === answer) &&
          (without === undefined || reply.answer !== without) &&
          (by === undefined || reply.by.userId === me.userId) &&
          (before === undefined || reply.sentAt < Number(before)),
      );
      const replies = found.toSorted((a, b) => b.sentAt - a.sentAt).slice(0, Number(limit));
      return ok({ replies, open: toDo().length, answered: toDo().filter((one) => one.answer !== 'none').length });
    },
    handleReply: ({ params: { id }, body }) => {
      const before = world.all.find((reply) => reply.id === id);
      if (before === undefined) return fail({ code: 'noSuchReply' });
      const handled = body?.done === false ? null : (before.handled ?? { at: now(), by: me });
      const reply = { ...before, version: before.version + 1, handled };
      world.all = world.all.map((one) => (one.id === id ? reply : one));
      return ok(reply);
    },
  };
}
