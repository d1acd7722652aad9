import { describe, expect, it } from 'vitest';
import { isOpen } from './is-open.ts';

const hours = [
  { weekday: 1, from: 8 * 60, to: 12 * 60 },
  { weekday: 1, from: 13 * 60, to: 17 * 60 },
];
const at = (iso: string): number => Date.parse(iso);

describe('isOpen', () => {
  it.each([
    ['before it opens', '2030-01-07T06:59:00Z', false],
    ['at the minute it opens', '2030-01-07T07:00:00Z', true],
    ['at the minute it closes for lunch', '2030-01-07T11:00:00Z', false],
    ['after lunch', '2030-01-07T12:30:00Z', true],
    ['on another day', '2030-01-08T08:00:00Z', false],
    ['in summer time, an hour earlier by the world’s clock', '2030-07-01T06:00:00Z', true],
  ])('%s', (_when, time, open) => {
    expect(isOpen({ openingHours: hours, timeZone: 'Europe/Oslo' }, at(time))).toBe(open);
  });

  it('is always open without hours, and never with none', () => {
    expect(isOpen({ openingHours: null, timeZone: 'UTC' }, 0)).toBe(true);
    expect(isOpen({ openingHours: [], timeZone: 'UTC' }, 0)).toBe(false);
  });
});
