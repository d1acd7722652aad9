import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areApart, type Hours } from './hours.ts';
import { isOpen } from './is-open.ts';
import { openStateAt } from './open-state.ts';

const workdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: 540, to: 780 },
  { weekday, from: 840, to: 1020 },
]);
const office: Hours = { openingHours: workdays, exceptions: [], timeZone: 'UTC' };
const at = (iso: string): number => Date.parse(`${iso}Z`);

describe('until when it is open or closed', () => {
  it.each([
    ['in the morning', office, '2030-01-07T10:00', true, [0, '2030-01-07', 780]],
    ['at lunch', office, '2030-01-07T13:00', false, [0, '2030-01-07', 840]],
    ['in the evening', office, '2030-01-07T17:00', false, [1, '2030-01-08', 540]],
    ['at the weekend', office, '2030-01-12T12:00', false, [2, '2030-01-14', 540]],
    [
      'before a holiday',
      { ...office, exceptions: [{ from: '2030-01-08', to: '2030-01-10', spans: [] }] },
      '2030-01-07T18:00',
      false,
      [4, '2030-01-11', 540],
    ],
    [
      'over midnight',
      { ...office, openingHours: [1, 2].map((weekday) => ({ weekday, from: 0, to: 1440 })) },
      '2030-01-07T10:00',
      true,
      [2, '2030-01-09', 0],
    ],
    [
      'where one span begins as another ends',
      { ...office, openingHours: [600, 660].map((from) => ({ weekday: 1, from, to: from + 60 })) },
      '2030-01-07T10:30',
      true,
      [0, '2030-01-07', 720],
    ],
  ] as const)('%s', (_when, hours, time, open, [daysAhead, date, minute]) => {
    expect(openStateAt(hours, at(time))).toMatchObject({ isOpen: open, change: { daysAhead, date, minute } });
  });

  it('does not end for what is always open, or never', () => {
    expect(openStateAt({ ...office, openingHours: null }, 0)).toEqual({ isOpen: true, change: null });
    expect(openStateAt({ ...office, openingHours: [] }, 0)).toEqual({ isOpen: false, change: null });
  });

  it('is the very minute at which it becomes otherwise', () => {
    const minute = fc.integer({ min: 0, max: 1440 });
    const span = fc.tuple(fc.integer({ min: 1, max: 7 }), minute, minute).map(([weekday, a, b]) => ({
      weekday,
      from: Math.min(a, b),
      to: Math.max(a, b) + (a === b ? 1 : 0),
    }));
    const week = fc.array(span, { maxLength: 12 });
    fc.assert(
      fc.property(week, fc.integer({ min: 0, max: 14 * 1440 }), (openingHours, minutes) => {
        const hours = { ...office, openingHours };
        const now = at('2030-01-07T00:00') + minutes * 60_000;
        const { change, isOpen: open } = openStateAt(hours, now);
        if (change === null) return;
        const then = Date.parse(change.date) + change.minute * 60_000;
        expect(isOpen(hours, then)).toBe(!open);
        expect(isOpen(hours, then - 60_000)).toBe(open);
        expect(then).toBeGreaterThan(now);
      }),
    );
  });
});

describe('spans of a day', () => {
  it.each([
    [[], true],
    [
      [
        { from: 780, to: 900 },
        { from: 540, to: 780 },
      ],
      true,
    ],
    [
      [
        { from: 540, to: 781 },
        { from: 780, to: 900 },
      ],
      false,
    ],
  ])('%j are apart: %s', (spans, apart) => expect(areApart(spans)).toBe(apart));
});
