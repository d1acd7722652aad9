import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, MenuInput, MenuStep } from './menu.ts';
import { resultOf } from './result.ts';
import { lastOf, leaveAlone, runMenu } from './run-menu.testing.ts';

const digit = fc.constantFrom(...'0123456789*#ABCD'.split(''));
const input: fc.Arbitrary<MenuInput> = fc.oneof(
  { weight: 6, arbitrary: digit.map((one) => ({ type: 'digit' as const, digit: one })) },
  { weight: 2, arbitrary: fc.constantFrom<MenuInput>({ type: 'played' }, { type: 'silent' }) },
  { weight: 1, arbitrary: fc.constantFrom<MenuInput>({ type: 'kept' }, { type: 'notKept' }) },
  { weight: 1, arbitrary: fc.nat({ max: 3000 }).map((lengthMs) => ({ type: 'recorded' as const, lengthMs })) },
);
const withHangUp = fc.oneof({ weight: 20, arbitrary: input }, fc.constant<MenuInput>({ type: 'hungUp' }));
const own = fc.constantFrom(null, '+15550001111', 'anonymous', '12');

const keptBy = (steps: readonly MenuStep[], inputs: readonly MenuInput[]): readonly Answer[] =>
  steps.flatMap(({ menu }, index) => (menu.phase === 'keeping' && inputs[index]?.type === 'kept' ? [menu.answer] : []));

const legal = [
  { Sts: '0', Resp: expect.stringMatching(/^[012]$/), ExtNfo: '' },
  { Sts: '0', Resp: '3', ExtNfo: expect.stringMatching(/^\+?\d{3,20}$/) },
  { Sts: '1', Resp: '0', ExtNfo: '' },
];

describe('the reply menu, whatever the caller does', () => {
  const property = (check: (steps: readonly MenuStep[], inputs: readonly MenuInput[]) => void) =>
    fc.assert(
      fc.property(fc.array(withHangUp, { maxLength: 60 }), own, (inputs, number) =>
        check(runMenu(inputs, number), inputs),
      ),
      { numRuns: 3000 },
    );

  it('has a limit of time in every phase but the last', () => {
    property((steps) => {
      for (const { menu, waitMs } of steps) expect(waitMs > 0).toBe(menu.phase !== 'over');
    });
  });

  it('ends by itself when the caller does nothing more', () => {
    property((steps) => {
      const { menu } = lastOf(steps);
      const rest = leaveAlone(menu, 25);
      expect(rest.at(-1)?.menu.phase ?? menu.phase).toBe('over');
    });
  });

  it('ends at once when the caller hangs up, and stays ended', () => {
    property((steps, inputs) => {
      const index = inputs.findIndex(({ type }) => type === 'hungUp');
      if (index < 0) return;
      for (const { menu, say, keep, record } of steps.slice(index + 1)) {
        expect([menu.phase, keep, record]).toEqual(['over', null, false]);
        expect(say ?? []).toEqual([]);
      }
    });
  });

  it('takes one answer at most, and what is kept is always one of the legal results', () => {
    property((steps, inputs) => {
      const answers = keptBy(steps, inputs);
      expect(answers.length).toBeLessThanOrEqual(1);
      const { Phn, Nm, ...result } = resultOf(answers[0] ?? null, { number: '+4722', name: 'Åse' });
      expect([Phn, Nm]).toEqual(['+4722', 'Åse']);
      expect(legal).toContainEqual(result);
    });
  });

  it('thanks for nothing that was not kept, and records only for a voicemail', () => {
    property((steps, inputs) => {
      for (const [index, { say, record, menu }] of steps.entries()) {
        const thanks = say?.some(({ key }) => /^(answer|number|voicemail)Kept$/.test(key)) === true;
        if (thanks) expect(inputs[index - 1]).toEqual({ type: 'kept' });
        if (record) expect(menu).toMatchObject({ phase: 'leavingVoicemail', recording: true });
      }
    });
  });

  it('is over after a bounded number of inputs, even from somebody who never stops', () => {
    const { menu } = lastOf(
      runMenu(Array.from({ length: 400 }, (_, i) => ({ type: 'digit', digit: i % 2 ? '5' : '1' }))),
    );
    expect(['hearingGoodbye', 'over']).toContain(menu.phase);
    fc.assert(
      fc.property(fc.array(input, { minLength: 230, maxLength: 260 }), own, (inputs, number) => {
        const { phase } = lastOf(runMenu([...inputs, { type: 'notKept' }, { type: 'silent' }], number)).menu;
        expect(['hearingGoodbye', 'over']).toContain(phase);
      }),
      { numRuns: 300 },
    );
  });
});
