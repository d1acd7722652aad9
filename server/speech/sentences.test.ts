import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

const busy = 'I am sorry, I cannot take your call at the moment.';

describe('the sentences of a text', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'are found',
      'en',
      [busy, 'May I call you back in ten minutes, or tomorrow?', 'Or shall somebody else call you back?'],
    ],
    [
      'are not cut at a decimal, an initial or an ellipsis',
      'en',
      [`${busy.slice(0, -1)}, J. B. Smith… is it 3.5 or 4.0?`],
    ],
    [
      'are those of the language',
      'fr',
      ['Je ne peux pas prendre votre appel pour le moment.', 'Puis-je vous rappeler dans dix minutes, Madame ?'],
    ],
    ['take a short one to what follows', 'en', [`Hello. Sorry! ${busy}`, `Goodbye. ${busy}`]],
    ['take signs to what was before', 'en', [`${busy} !!! … -`]],
  ])('%s', (_, language, sentences) => {
    expect(sentencesOf(sentences.join(' '), language)).toEqual(sentences);
  });

  it('that are too long are cut behind a comma, between words, or where it must be', () => {
    const clauses = `${'one two three four five six seven eight nine ten, '.repeat(20)}end`;
    for (const piece of sentencesOf(clauses, 'en').slice(0, -1)) expect(piece).toMatch(/ten,$/);
    for (const piece of sentencesOf('words '.repeat(200), 'en')) expect(piece).toMatch(/^words( words)*$/);
    expect(sentencesOf('x'.repeat(1500), 'en').map(({ length }) => length)).toEqual([300, 300, 300, 300, 300]);
    expect(sentencesOf(`x${'𝒳'.repeat(200)}`, 'en').join('')).toBe(`x${'𝒳'.repeat(200)}`);
  });

  it('are together the text, each short and worth saying', () => {
    const part = fc.oneof(
      fc.constantFrom('. ', '! ', ', ', ' ', '.', '…', 'A. ', '?'),
      fc.string({ maxLength: 30 }),
      fc.stringMatching(/^[a-z]{1,12}$/),
    );
    const text = fc.array(part, { maxLength: 200 }).map((parts) => `Hello ${parts.join('')}`);
    const spokenOf = (all: string): string => all.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(text, (written) => {
        const sentences = sentencesOf(written, 'en');
        expect(spokenOf(sentences.join(''))).toBe(spokenOf(written));
        for (const sentence of sentences) {
          expect(sentence.length).toBeLessThanOrEqual(300);
          expect(sentence).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
    );
  });
});
