import { describe, expect, test } from 'vitest';
import { replyOffer } from '../../../testing/replies.ts';
import { saidIn, templatesOf, wordsOf } from './suggestions.ts';

const timed = 'On another call. May I call you in {time}?';
const soon = { id: 'soon', name: 'Soon', text: 'On another call. May I call you in 10 minutes?', timed };
const offer = { ...replyOffer, languages: replyOffer.languages.map((one) => ({ ...one, templates: [soon] })) };
const chosen = { offer, own: [], hidden: [], language: 'en', voice: 'rms' };
const spoken = { language: 'en', voice: 'rms' };

describe('what is sent of a text', () => {
  test.each([
    ['Could you call again in one day?', 1, 'days'],
    ['Could you call again in 1 minutes?', 1, 'minutes'],
    ['Could you call again in 45 minutes?', 45, 'minutes'],
    ['Could you call again in 99 hours?', 99, 'hours'],
  ])('%s: the pattern, with the time that is named, also by hand', (text, amount, unit) => {
    const pattern = { kind: 'callYouBack', direction: 'youCall', amount, unit };
    expect(wordsOf({ ...chosen, text })).toEqual({ pattern, ...spoken });
  });

  test.each([
    'Could you call again in 100 minutes?',
    'Could you call again in minutes?',
    'Could you call again in 10 minutes? Thanks.',
  ])('%s: words of one’s own', (text) => {
    expect(wordsOf({ ...chosen, text })).toEqual({ text, ...spoken });
  });

  test('of a template of the house, or of a copy of it: the words, and when we call', () => {
    const text = 'On another call. May I call you in 20 minutes?';
    const callBackIn = { amount: 20, unit: 'minutes' };
    const copy = { id: 'mine', name: 'Mine', text: soon.text, language: 'en' };
    const hidden = [{ language: 'en', id: 'soon' }];
    for (const one of [chosen, { ...chosen, own: [copy] }, { ...chosen, own: [copy], hidden }])
      expect(wordsOf({ ...one, text })).toEqual({ text, callBackIn, ...spoken });
    expect(templatesOf({ ...chosen, own: [copy] }).map((one) => one.timed)).toEqual([timed, timed]);
  });

  test('is first what it is word for word', () => {
    const own = [10, 20].map((amount) => {
      return {
        id: `in${amount}`,
        name: '',
        text: `On another call. May I call you in ${amount} minutes?`,
        language: 'en',
      };
    });
    const said = saidIn({ ...chosen, own, text: 'On another call. May I call you in 20 minutes?' });
    expect(said).toMatchObject({ suggestion: { key: 'in20' }, time: { amount: 20 } });
  });
});
