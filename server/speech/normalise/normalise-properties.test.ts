import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../locales/locales.ts';
import { normalise } from './normalise.ts';

/** What the rules look for, in every language, and what may stand around it. */
const pieces = [
  '14:30|2:30 pm|9h30|9 h|14.30 Uhr|2026-11-26|26.11.2026|11/26/2026|26.11.|24/7|26|November|novembre|de noviembre',
  '1er|3rd|3º|1ª|3.|im|der|St.|Dr.|Mr|$12.50|12,50 €|£3|CHF|EUR|%|5 %|1,250|1.250|1 250|0.05|3,5|-4|°C|km',
  '+1|(650)|555-0119|06|12|00|5550100|No.|n°|Nr.|#|e.g.|z. B.|p. ex.|etc.|h|min.|s|p.m.|a|M.|D.|Sr.|sig.|c/|&|@|€',
  '<b>|</b>|<|😀|️⃣|٣|-|–|.|,|:|/|?|\n| |  |room|Hello|été|e\u0301|ein|persone|½|x²',
].flatMap((line) => line.split('|'));
const text = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(' ', '')), { maxLength: 14 })
    .map((all) => all.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(' ')),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[\d.,:/ +()-]{0,40}$/),
);

describe.each(locales.map(({ code }) => code))('whatever is written, in %s', (code) => {
  const always = (check: (written: string) => void) =>
    fc.assert(
      fc.property(text, (written) => check(written)),
      { numRuns: 1000 },
    );

  it('is said in bounded time and length, without a digit', () => {
    always((written) => {
      const said = normalise(written, code);
      expect(said.length).toBeLessThanOrEqual(20 + written.length * 24);
      expect(said).not.toMatch(/[0-9]/);
    });
  });

  it('is said once: what is said already stays', () => {
    always((written) => {
      const said = normalise(written, code);
      expect(normalise(said, code)).toBe(said);
    });
  });

  it('stays as it is, if it is words', () => {
    const word = fc.stringMatching(/^(?:[a-zäöüßéèàçñ]{3,9}ng|[A-ZÉÑ][a-zß]{4,9})$/);
    const sentence = fc
      .array(word, { minLength: 1, maxLength: 12 })
      .chain((words) => fc.constantFrom('.', '!', '?', ' ?', '…', '').map((end) => `${words.join(' ')}${end}`));
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
        expect(normalise(sentences.join(' '), code)).toBe(sentences.join(' '));
      }),
    );
  });

  it.each(['1', '1:', '1.', '1-', '1 ', '(1', '+1', '1/', '$1', 'a.', '<a', 'M. ', 'the ', '1er '])(
    'is read quickly, also 1,500 characters of %j',
    (part) => {
      const began = performance.now();
      normalise(part.repeat(1500 / part.length), code);
      expect(performance.now() - began).toBeLessThan(250);
    },
  );
});
