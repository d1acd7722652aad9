import { describe, expect, test } from 'vitest';
import { backoff } from './backoff.ts';
import { clockFace, spokenDuration, spokenRoughly } from './duration.ts';
import { fill } from './strings/fill.ts';

describe('durations', () => {
  test.each([
    [-500, '0:00', '0 seconds'],
    [999, '0:00', '0 seconds'],
    [7000, '0:07', '7 seconds'],
    [61_000, '1:01', '1 minute 1 second'],
    [180_000, '3:00', '3 minutes'],
    [3_723_000, '1:02:03', '1 hour 2 minutes 3 seconds'],
  ])('%i ms', (ms, face, spoken) => {
    expect(clockFace(ms)).toBe(face);
    expect(spokenDuration(ms)).toBe(spoken);
  });

  test('in passing, seconds only count while there is nothing larger', () => {
    expect(spokenRoughly(192_000)).toBe('3 minutes');
    expect(spokenRoughly(12_000)).toBe('12 seconds');
  });
});

test('the first try is almost at once, the later ones are spread over a limit', () => {
  expect(backoff(0, () => 1)).toBeLessThanOrEqual(50);
  expect(backoff(20, () => 0, 3000)).toBe(1500);
  expect(backoff(20, () => 1, 3000)).toBe(3000);
});

test('a value with braces in it fills no other slot', () => {
  expect(fill('{name} and {other}', { name: '{other}', other: 'x' })).toBe('{other} and x');
});
