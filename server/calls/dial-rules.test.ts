import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeCalled } from './dial-rules.ts';

const may = (allow: readonly string[], e164: string): boolean => mayBeCalled(allow, { e164, kind: 'ordinary' });
const prefixes = fc.array(fc.stringMatching(/^-?\+\d{0,6}$/), { maxLength: 8 });
const numbers = fc.stringMatching(/^\+[1-9]\d{5,13}$/);

describe('the list of who may be called', () => {
  it.each([
    [['+1', '+49', '-+1900'], '+16505550119', true],
    [['+1', '+49', '-+1900'], '+19005550119', false],
    [['+1', '+49', '-+1900'], '+493012345', true],
    [['+1', '+49', '-+1900'], '+442079460138', false],
    [['+', '-+1876', '+18765550101'], '+18765550101', true],
    [['+', '-+1876', '+18765550101'], '+18765550102', false],
    [['+1', '-+1'], '+16505550119', false],
    [['-+1'], '+442079460138', false],
  ])('%o lets %s be called: %s', (allow, e164, expected) => {
    expect(may(allow, e164)).toBe(expected);
  });

  it('allows nothing unless it says so', () => {
    fc.assert(fc.property(numbers, (e164) => !may([], e164)));
    const forbidding = prefixes.map((list) => list.map((prefix) => `-${prefix.replace('-', '')}`));
    fc.assert(fc.property(forbidding, numbers, (allow, e164) => !may(allow, e164)));
  });

  it('does not depend on its order', () => {
    fc.assert(fc.property(prefixes, numbers, (allow, e164) => may(allow, e164) === may(allow.toReversed(), e164)));
  });

  it('never lets a premium or short number be called', () => {
    expect(mayBeCalled(['+', '+1900'], { e164: '+19005550123', kind: 'premium' })).toBe(false);
    expect(mayBeCalled(['+', '+1911'], { e164: '+1911', kind: 'short' })).toBe(false);
  });
});
