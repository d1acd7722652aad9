import { describe, expect, it } from 'vitest';
import { isOpen } from './is-open.ts';

const openingHours = [
  { weekday: 1, from: 8 * 60, to: 12 * 60 },
  { weekday: 1, from: 13 * 60, to: 17 * 60 },
];
const exceptions = [
  { from: '2030-01-14', to: '2030-01-20', spans: [] },
  { from: '2030-01-22', to: '2030-01-22', spans: [{ from: 600, to: 720 }] },
];
const timeZone = 'Europe/Oslo';
const at = (iso: string): number => Date.parse(iso);

describe('isOpen', () => {
  it.each([
    ['before it opens', '2030-01-07T06:59:00Z', false],
    ['at the minute it opens', '2030-01-07T07:00:00Z', true],
    ['at the minute it closes for lunch', '2030-01-07T11:00:00Z', false],
    ['after lunch', '2030-01-07T12:30:00Z', true],
    ['on another day', '2030-01-08T08:00:00Z', false],
    ['in summer time, an hour earlier by the world’s clock', '2030-07-01T06:00:00Z', true],
    ['on a Monday of a holiday', '2030-01-14T08:00:00Z', false],
    ['on a day with hours of its own', '2030-01-22T09:30:00Z', true],
    ['after the hours of such a day', '2030-01-22T11:00:00Z', false],
  ])('%s', (_when, time, open) => {
    expect(isOpen({ openingHours, exceptions, timeZone }, at(time))).toBe(open);
  });

  it('is always open without hours, and never with none', () => {
    expect(isOpen({ openingHours: null, exceptions: [], timeZone: 'UTC' }, 0)).toBe(true);
    expect(isOpen({ openingHours: [], exceptions: [], timeZone: 'UTC' }, 0)).toBe(false);
  });

  it('closes for a holiday also what is always open', () => {
    const hours = { openingHours: null, exceptions, timeZone };
    expect(isOpen(hours, at('2030-01-13T22:59:00Z'))).toBe(true);
    expect(isOpen(hours, at('2030-01-13T23:00:00Z'))).toBe(false);
    expect(isOpen(hours, at('2030-01-20T22:59:00Z'))).toBe(false);
    expect(isOpen(hours, at('2030-01-20T23:00:00Z'))).toBe(true);
  });
});
