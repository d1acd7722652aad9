import { defined } from '../../../shared/defined.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { ApiAnswer } from '../../ports/server-link.ts';
import type { FakeServer } from './fake-server.ts';

type Templates = ApiAnswer<'templates'>;
type Template = Templates['own'][number];

/** Keeps templates as the server would, in this page alone. */
export function keepTemplates(given: Templates): FakeServer['handlers'] {
  const kept = { ...given };
  let added = 0;
  const find = (id: string): Template | undefined => kept.own.find((one) => one.id === id);
  return {
    templates: () => ok({ ...kept }),
    addTemplate: ({ body: { at = kept.own.length, ...texts } }) => {
      added += 1;
      const template = { id: `added-${added}`, ...texts };
      kept.own = kept.own.toSpliced(at, 0, template);
      return ok(template);
    },
    changeTemplate: ({ params, body }) => {
      const before = find(params.id);
      if (before === undefined) return fail({ code: 'noSuchTemplate' });
      const changed: Template = { ...before, ...defined(body) };
      kept.own = kept.own.map((one) => (one === before ? changed : one));
      return ok(changed);
    },
    removeTemplate: ({ params }) => {
      if (find(params.id) === undefined) return fail({ code: 'noSuchTemplate' });
      kept.own = kept.own.filter(({ id }) => id !== params.id);
      return ok(null);
    },
    orderTemplates: ({ body }) => {
      const named = body.ids.flatMap((id) => find(id) ?? []);
      kept.own = [...named, ...kept.own.filter((one) => !named.includes(one))];
      return ok({ own: kept.own });
    },
    hideTemplate: ({ body: { hidden, ...house } }) => {
      const others = kept.hidden.filter(({ language, id }) => language !== house.language || id !== house.id);
      kept.hidden = hidden ? [...others, house] : others;
      return ok({ hidden: kept.hidden });
    },
  };
}

/** What the stage has to say to callers. */
export const exampleTemplates: Templates = {
  own: [
    { id: 'own-1', name: 'Call back soon', text: 'May I call you back in 10 minutes?', language: 'en' },
    { id: 'own-2', name: 'Wrong department', text: 'May I pass you to our service desk?', language: 'en' },
    { id: 'own-3', name: 'Delivery question', text: 'Is it about a delivery of today?', language: 'en' },
  ],
  hidden: [{ language: 'en', id: 'tomorrow' }],
};

/** What a house says, in one language and one voice. */
export const exampleOffer: ApiAnswer<'replyOffer'> = {
  longest: 300,
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
        { id: 'isItUrgent', name: 'Is it urgent?', text: 'I cannot take your call right now. Is it urgent?' },
        {
          id: 'inAMeeting',
          name: 'In a meeting',
          text: 'I am in a meeting right now. May I call you back afterwards?',
        },
        {
          id: 'atLunch',
          name: 'Lunch',
          text: 'We are at lunch right now. May I call you back in one hour?',
          timed: 'We are at lunch right now. May I call you back in {time}?',
        },
        {
          id: 'tomorrow',
          name: 'Tomorrow',
          text: 'We are very busy today. May I call you back tomorrow morning?',
        },
      ],
      patterns: [
        {
          pattern: { kind: 'callYouBack', direction: 'weCall', amount: 10, unit: 'minutes' },
          text: 'I cannot take your call right now. May I call you back in 10 minutes?',
          timed: 'I cannot take your call right now. May I call you back in {time}?',
        },
        {
          pattern: { kind: 'callYouBack', direction: 'youCall', amount: 10, unit: 'minutes' },
          text: 'I cannot take your call right now. Could you please call again in 10 minutes?',
          timed: 'I cannot take your call right now. Could you please call again in {time}?',
        },
        { pattern: { kind: 'inAMeeting' }, text: 'I am in a meeting right now. May I call you back afterwards?' },
      ],
    },
  ],
};
