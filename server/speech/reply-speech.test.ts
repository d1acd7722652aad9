import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { promptKeys } from '../../shared/reply/menu.ts';
import type { ReplyPattern } from '../../shared/reply/pattern.ts';
import { fail } from '../../shared/result.ts';
import type { Speech, SpeechRequest } from '../ports/speech.ts';
import { keptLog } from '../storage/testing/kept-log.ts';
import { createFakeSpeech } from './fake/fake-speech.ts';
import { en } from './locales/en.ts';
import { createReplySpeech } from './reply-speech.ts';
import { readWav } from './wav.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fd-reply-'));
});
afterEach(() => rm(folder, { recursive: true }));

function open(changes: Partial<Speech> = {}) {
  const asked: SpeechRequest[] = [];
  const fake = createFakeSpeech();
  const synthesize: Speech['synthesize'] = (request) => {
    asked.push(request);
    return { ...fake, ...changes }.synthesize(request);
  };
  const speech = { ...fake, ...changes, synthesize };
  return { asked, reply: createReplySpeech({ speech, folder, log: keptLog().log }) };
}

describe('the words of a reply', () => {
  it.each<[ReplyPattern, string]>([
    [{ kind: 'callYouBack', direction: 'weCall', amount: 10, unit: 'minutes' }, 'May I call you back in 10 minutes?'],
    [{ kind: 'callYouBack', direction: 'weCall', amount: 1, unit: 'hours' }, 'May I call you back in one hour?'],
    [{ kind: 'callYouBack', direction: 'youCall', amount: 2, unit: 'days' }, 'Could you please call again in 2 days?'],
    [{ kind: 'callYouBackLater', direction: 'weCall' }, 'May I call you back later?'],
    [{ kind: 'callYouBackLater', direction: 'youCall' }, 'Could you please call again later?'],
    [{ kind: 'onMyWay' }, 'on my way.'],
    [{ kind: 'onTheOtherLine' }, 'on the other line'],
    [{ kind: 'inAMeeting' }, 'in a meeting'],
  ])('%j', (pattern, words) => {
    expect(open().reply.words(pattern, 'en-GB')).toEqual({ ok: true, value: expect.stringContaining(words) });
  });

  it('are none in a language without a locale', () => {
    expect(open().reply.words({ kind: 'onMyWay' }, 'tlh')).toEqual(fail('unknownLanguage'));
  });

  it.each([
    ['6505550119', 'six five zero, five five five, zero one one nine.'],
    ['123', 'one two three.'],
    ['1234', 'one two three four.'],
    ['12345', 'one two three, four five.'],
    ['1234567', 'one two three, four five six seven.'],
    ['7'.repeat(20), expect.stringMatching(/^(seven[ ,.]*){20}$/)],
  ])('read %s digit by digit', (digits, words) => {
    expect(en.digits(digits)).toEqual(words);
  });
});

describe('the sound of a reply', () => {
  it('is offered only in languages with a voice', async () => {
    const offer = await open().reply.offer();
    expect(offer.languages.map(({ code, voice }) => [code, voice])).toEqual([
      ['en', 'low'],
      ['de', 'high'],
    ]);
    expect(offer.voices.map(({ id }) => id)).toEqual(['low', 'high']);
    expect(offer.languages[0]?.patterns).toHaveLength(7);
    expect(offer.languages[0]).toMatchObject({
      times: { hours: { one: 'one hour', other: '{amount} hours' } },
      templates: [
        {
          text: 'I am on another call. May I call you back in 10 minutes?',
          timed: 'I am on another call. May I call you back in {time}?',
        },
        { id: 'isItUrgent' },
        { id: 'inAMeeting' },
        { text: 'We are at lunch right now. May I call you back in one hour?' },
        { id: 'tomorrow' },
      ],
    });
    expect(offer.languages[0]?.patterns.filter(({ timed }) => timed?.includes('{time}'))).toHaveLength(2);
    expect((await open({ voices: async () => [] }).reply.offer()).languages).toEqual([]);
  });

  it('is kept: what was listened to is what is heard', async () => {
    const { reply, asked } = open();
    const first = await reply.message('Hello', { language: 'en' });
    expect(await reply.message('Hello', { language: 'en' })).toEqual(first);
    expect(asked).toHaveLength(1);
    if (!first.ok) throw new Error(first.error);
    expect(first.value).toMatchObject({ ready: [{ lengthMs: 300 }], voice: 'low', language: 'en', fellBack: false });
    const whole = await reply.whole(first.value);
    expect(whole.ok && readWav(whole.value.sound)).toMatchObject({ ok: true, value: { sampleRate: 8000 } });
  });

  it('has every prompt of the menu, spoken beforehand', async () => {
    const { reply, asked } = open();
    await reply.warm({});
    const spoken = asked.length;
    expect(spoken).toBe(promptKeys.length - 1);
    for (const key of promptKeys)
      if (key !== 'message') expect((await reply.prompt({ key }, { voice: 'low' })).ok).toBe(true);
    expect((await reply.prompt({ key: 'digits', digits: '650' }, { voice: 'low', language: 'en' })).ok).toBe(true);
    expect(asked.slice(spoken).map(({ input }) => input)).toEqual(['six five zero.']);
  });

  it('comes from the usual voice when the chosen one is out of reach, and says so', async () => {
    const fake = createFakeSpeech();
    const { reply } = open({
      synthesize: async (request) => (request.voice === 'high' ? fail('speechTimedOut') : fake.synthesize(request)),
    });
    const said = await reply.message('Hello', { language: 'en', voice: 'high' });
    expect(said).toMatchObject({ ok: true, value: { voice: 'low', fellBack: true } });
    expect((await reply.prompt({ key: 'goodbye' }, { language: 'en', voice: 'high' })).ok).toBe(true);
  });

  it.each([
    ['unknownVoice', 'Hello', { voice: 'nobody' }],
    ['unknownLanguage', 'Hello', { language: 'tlh' }],
    ['speechUnspeakable', '😀 …', { language: 'en' }],
    ['speechEmpty', '  ', {}],
    ['badSpeed', 'Hello', { speed: 3 }],
  ])('is refused with %s', async (error, text, spoken) => {
    expect(await open().reply.message(text, spoken)).toEqual(fail(error));
  });

  it('is refused while no voice can be had, and unreadable when its file is gone', async () => {
    const { reply } = open({ voices: async () => [] });
    expect(await reply.message('Hello', { voice: 'low' })).toEqual(fail('speechUnavailable'));
    expect(await reply.message('Hello', {})).toEqual(fail('speechUnavailable'));
    const gone = { path: path.join(folder, 'gone.wav'), lengthMs: 1, fellBack: false };
    const message = { ready: [gone], rest: [], language: 'en', voice: 'low', fellBack: false } as const;
    expect(await reply.whole(message)).toEqual(fail('promptNotStored'));
  });
});
