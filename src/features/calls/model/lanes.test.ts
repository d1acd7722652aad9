import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../shared/call/call.ts';
import { people, queues, tell } from '../../../drivers/fake/story.ts';
import { farewellOf } from './farewell.ts';
import { callOf, lanesOf } from './lanes.ts';
import { isRecordedByRule } from './place-of.ts';

const { mira, ana } = people;
const offered = { type: 'offered', to: mira, after: 10 } as const;
const offeredToAna = { type: 'offered', to: ana, after: 10 } as const;
const answered = { type: 'answered', by: mira, after: 20 } as const;
const miraElsewhere = { ...mira, consoleId: 'console-mira-at-home' };

const lanes = (...calls: readonly Call[]) =>
  lanesOf(Object.fromEntries(calls.map((call) => [call.id, call])), {}, mira);
const ids = (calls: readonly Call[]): readonly string[] => calls.map(({ id }) => id);

describe('the lanes', () => {
  test('a call that rings here comes in; one that rings only at others stands apart', () => {
    const here = tell({ id: 'here', at: 1 }, offeredToAna, offered);
    const there = tell({ id: 'there', at: 2 }, offeredToAna);
    const { ringingHere, ringingElsewhere } = lanes(here, there);
    expect(ids(ringingHere)).toEqual(['here']);
    expect(ids(ringingElsewhere)).toEqual(['there']);
  });

  test('a call that was rejected here rings only at others', () => {
    const rejected = tell({ id: 'a', at: 1 }, offered, offeredToAna, {
      type: 'declined',
      consoleId: mira.consoleId,
      after: 30,
    });
    expect(ids(lanes(rejected).ringingHere)).toEqual([]);
    expect(ids(lanes(rejected).ringingElsewhere)).toEqual(['a']);
  });

  test('the longest wait is first, whatever the order they came to be known in', () => {
    const calls = [3, 1, 2].map((at) => tell({ id: `c${at}`, at }, offered));
    expect(ids(lanes(...calls).ringingHere)).toEqual(['c1', 'c2', 'c3']);
  });

  test('a call that rang in vain and rings again keeps its place', () => {
    const first = tell(
      { id: 'first', at: 1 },
      offered,
      { type: 'offerLost', consoleId: mira.consoleId, after: 900 },
      { ...offered, after: 1000 },
    );
    const second = tell({ id: 'second', at: 500 }, offered);
    expect(ids(lanes(second, first).ringingHere)).toEqual(['first', 'second']);
  });

  test('what this desk has is with you, the call that is on above those on hold', () => {
    const held = tell({ id: 'held', at: 1 }, offered, answered, { type: 'heldByUs', after: 90 });
    const on = tell({ id: 'on', at: 2 }, offered, answered);
    expect(lanes(held, on).withYou.map((entry) => callOf(entry).id)).toEqual(['on', 'held']);
  });

  test('a call of the same person at another desk is not with this one', () => {
    const there = tell(
      { id: 'a', at: 1 },
      { type: 'offered', to: miraElsewhere, after: 1 },
      { type: 'answered', by: miraElsewhere, after: 2 },
    );
    expect(lanes(there).yours).toEqual([]);
    expect(ids(lanes(there).onYourOtherDesk)).toEqual(['a']);
  });

  test('waiting, hearing a message, and colleagues’ calls each have their place', () => {
    const waiting = tell({ id: 'waiting', at: 1 });
    const unanswered = tell({ id: 'unanswered', at: 2 }, { type: 'wentUnanswered', why: 'allDeclined', after: 5 });
    const anas = tell({ id: 'anas', at: 3 }, offeredToAna, { type: 'answered', by: ana, after: 20 });
    const all = lanes(waiting, unanswered, anas);
    expect(ids(all.waiting)).toEqual(['waiting']);
    expect(ids(all.hearingMessage)).toEqual(['unanswered']);
    expect([...all.comingIn, ...all.withYou]).toEqual([]);
  });

  test('while this desk has a call, whoever waits in its queues has a card to be answered, in place', () => {
    const desk = { ...mira, queueIds: () => [queues.main.id] };
    const on = tell({ id: 'on', at: 1 }, offered, answered);
    const queued = tell({ id: 'queued', at: 2 });
    const atAna = tell({ id: 'atAna', at: 3 }, offeredToAna);
    const here = tell({ id: 'here', at: 4 }, offered);
    const foreign = tell({ id: 'foreign', at: 5, queue: queues.sales });
    const calls = Object.fromEntries([on, here, atAna, queued, foreign].map((call) => [call.id, call]));
    const { answerable, ringingHere, waiting, comingIn } = lanesOf(calls, {}, desk);
    expect(ids(answerable)).toEqual(['queued', 'atAna', 'here']);
    expect(comingIn.map((entry) => callOf(entry).id)).toEqual(['queued', 'atAna', 'here']);
    expect(ids(ringingHere)).toEqual(['here']);
    expect(ids(waiting)).toEqual(['foreign']);
  });

  test('a farewell stands where its call stood, and goes when the call rings here again', () => {
    const before = tell({ id: 'a', at: 1 }, offered, offeredToAna);
    const other = tell({ id: 'b', at: 2 }, offered);
    const after = tell({ id: 'a', at: 1 }, offered, offeredToAna, { type: 'answered', by: ana, after: 50 });
    const farewell = farewellOf(before, after, { desk: mira, at: 60, isBusy: false });
    if (farewell === null) throw new Error('no farewell');
    const withFarewell = lanesOf({ a: after, b: other }, { a: farewell }, mira);
    expect(withFarewell.comingIn.map((entry) => [entry.kind, callOf(entry).id])).toEqual([
      ['farewell', 'a'],
      ['call', 'b'],
    ]);
    expect(lanesOf({ a: before }, { a: farewell }, mira).comingIn.map(({ kind }) => kind)).toEqual(['call']);
  });
});

test('a call is recorded by rule where its line says so, as an administrator has it at the moment', () => {
  let recorded: readonly string[] = [queues.sales.id];
  const desk = { ...mira, recordedQueueIds: () => recorded };
  const [main, none] = [tell({ id: 'a', at: 1 }), tell({ id: 'b', at: 1, queue: null })];
  expect(isRecordedByRule(main, desk)).toBe(false);
  recorded = [queues.main.id];
  expect([main, none].map((call) => isRecordedByRule(call, desk))).toEqual([true, false]);
  expect(isRecordedByRule(main, mira)).toBe(false);
});
