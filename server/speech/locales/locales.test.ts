import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptKeys } from '../../../shared/reply/menu.ts';
import { mostAmount, type ReplyPattern } from '../../../shared/reply/pattern.ts';
import { sayTime, timeIn } from '../../../shared/reply/time-words.ts';
import { en } from './en.ts';
import type { Locale } from './locale.ts';
import { localeOf, locales } from './locales.ts';
import { sayPattern } from './say-pattern.ts';

/** Every reply there is, with an amount of 1, of 2 and of 21 where it has one. */
const patterns: readonly ReplyPattern[] = [
  ...(['weCall', 'youCall'] as const).flatMap((direction): readonly ReplyPattern[] => [
    { kind: 'callYouBackLater', direction },
    ...(['minutes', 'hours', 'days'] as const).flatMap((unit) =>
      [1, 2, 21].map((amount): ReplyPattern => ({ kind: 'callYouBack', direction, amount, unit })),
    ),
  ]),
  { kind: 'onMyWay' },
  { kind: 'onTheOtherLine' },
  { kind: 'inAMeeting' },
];

const sentencesOf = (locale: Locale): readonly string[] => [
  ...Object.values(locale.announcements),
  ...Object.values(locale.menu),
  ...locale.templates.flatMap(({ name, text }) => [name, text]),
  ...patterns.map((pattern) => sayPattern(locale, pattern)),
];

describe.each(locales.map((locale) => [locale.code, locale] as const))('the locale %s', (code, locale) => {
  it('has a language with a name of its own, and is found by it', () => {
    expect(Intl.getCanonicalLocales(code)).toEqual([code]);
    expect(locale.name).toBe(
      new Intl.DisplayNames(code, { type: 'language' }).of(code)?.replace(/^./, (first) => first.toUpperCase()),
    );
    expect(localeOf(`${code.toUpperCase()}-XX`)).toBe(locale);
  });

  it('has every prompt, template and announcement that English has', () => {
    const prompts = promptKeys.filter((key) => key !== 'message');
    expect(Object.keys(locale.menu).toSorted()).toEqual(prompts.toSorted());
    expect(locale.templates.map(({ id }) => id)).toEqual(en.templates.map(({ id }) => id));
    expect(Object.keys(locale.announcements)).toEqual(Object.keys(en.announcements));
  });

  it('says whole sentences, and nothing twice', () => {
    for (const sentence of sentencesOf(locale)) {
      expect(sentence).toBe(sentence.trim());
      expect(sentence).not.toMatch(/ {2}|undefined|"|'/);
    }
    for (const said of [...Object.values(locale.menu), ...locale.templates.map(({ text }) => text)])
      expect(said).toMatch(/[.?:]$/);
    expect(new Set(Object.values(locale.menu)).size).toBe(Object.keys(locale.menu).length);
  });

  it('shares no sentence with another language', () => {
    const others = new Set(locales.filter((other) => other !== locale).flatMap(sentencesOf));
    expect(sentencesOf(locale).filter((sentence) => others.has(sentence))).toEqual([]);
  });

  it('names a time where it promises one, and every time can be read from its words', () => {
    const { templates, times, patterns: words } = locale;
    for (const { text, callBackIn } of templates) expect(text.includes('{time}')).toBe(callBackIn !== undefined);
    for (const sentence of [...Object.values(words.callYouBack), ...templates.map(({ text }) => text)])
      for (const unit of ['minutes', 'hours', 'days'] as const)
        for (let amount = 1; amount <= mostAmount; amount += 1) {
          const read = timeIn(sayTime(sentence, times, { amount, unit }), sentence, times);
          expect(read).toEqual(sentence.includes('{time}') ? { amount, unit } : null);
        }
  });

  it('leaves no digit unspoken', () => {
    const digits = fc.stringMatching(/^\d{1,40}$/);
    fc.assert(
      fc.property(digits, (number) => {
        const said = locale.digits(number);
        expect(said).toMatch(/^\p{L}+(?:,? \p{L}+)*\.$/u);
        expect(said.split(' ')).toHaveLength(number.length);
        const words = Array.from('0123456789', (digit) => locale.digits(digit).slice(0, -1));
        expect(said.replaceAll(/[,.]/g, '').split(' ')).toEqual(Array.from(number, (digit) => words[Number(digit)]));
      }),
    );
  });
});

describe('how long until we call', () => {
  it.each([
    [
      'en',
      'in one minute?',
      'in 2 minutes?',
      'in 21 minutes?',
      'in one hour?',
      'in 2 hours?',
      'in one day?',
      'in 21 days?',
    ],
    [
      'de',
      'in einer Minute ',
      'in 2 Minuten ',
      'in 21 Minuten ',
      'in einer Stunde ',
      'in 2 Stunden ',
      'in einem Tag ',
      'in 21 Tagen ',
    ],
    [
      'fr',
      'dans une minute ?',
      'dans 2 minutes ?',
      'dans 21 minutes ?',
      'dans une heure ?',
      'dans 2 heures ?',
      'dans un jour ?',
      'dans 21 jours ?',
    ],
    [
      'es',
      'dentro de un minuto?',
      'dentro de 2 minutos?',
      'dentro de 21 minutos?',
      'dentro de una hora?',
      'dentro de 2 horas?',
      'dentro de un día?',
      'dentro de 21 días?',
    ],
    [
      'it',
      'tra un minuto?',
      'tra 2 minuti?',
      'tra 21 minuti?',
      'tra un’ora?',
      'tra 2 ore?',
      'tra un giorno?',
      'tra 21 giorni?',
    ],
  ])('is grammatical in %s', (code, ...expected) => {
    const asked = [
      [1, 'minutes'],
      [2, 'minutes'],
      [21, 'minutes'],
      [1, 'hours'],
      [2, 'hours'],
      [1, 'days'],
      [21, 'days'],
    ] as const;
    for (const [index, [amount, unit]] of asked.entries()) {
      const locale = localeOf(code);
      if (locale === undefined) throw new Error(`there is no locale ${code}`);
      const said = sayPattern(locale, { kind: 'callYouBack', direction: 'weCall', amount, unit });
      expect(said).toContain(expected[index]);
    }
  });
});

describe('numbers digit by digit', () => {
  it.each([
    ['en', 'six five zero, five five five, zero one one two.'],
    ['de', 'sechs fünf null, fünf fünf fünf, null eins eins zwo.'],
    ['fr', 'six cinq, zéro cinq, cinq cinq, zéro un, un deux.'],
    ['es', 'seis cinco cero, cinco cinco cinco, cero uno uno dos.'],
    ['it', 'sei cinque zero, cinque cinque cinque, zero uno uno due.'],
  ])('have the habits of %s', (code, words) => {
    expect(localeOf(code)?.digits('6505550112')).toBe(words);
  });
});
