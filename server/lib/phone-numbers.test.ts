import { describe, expect, it } from 'vitest';
import { createPhoneNumbers } from './phone-numbers.ts';

const read = (text: string, country: 'US' | 'DE' | 'GB' = 'US') => {
  const number = createPhoneNumbers(country).read(text);
  return number.ok ? `${number.value.kind} ${number.value.e164}` : number.error;
};

describe('a number', () => {
  it.each([
    ['650 555 0188', 'US', 'ordinary +16505550188'],
    ['(650) 555-0188', 'US', 'ordinary +16505550188'],
    ['+44 20 7946 0138', 'US', 'ordinary +442079460138'],
    ['011 44 20 7946 0138', 'US', 'ordinary +442079460138'],
    ['020 7946 0138', 'GB', 'ordinary +442079460138'],
    ['６５０５５５０１８８', 'US', 'ordinary +16505550188'],
    ['+690 4123', 'US', 'ordinary +6904123'],
    ['\u202A+1\u00A0650.555\u20110188\u202C', 'DE', 'ordinary +16505550188'],
  ] as const)('%s in %s is %s', (text, country, expected) => {
    expect(read(text, country)).toBe(expected);
  });

  it.each([
    ['1-900-555-0123', 'US'],
    ['+1 900 222 3333', 'DE'],
    ['0900 1234567', 'DE'],
    ['+979 123 456 789', 'US'],
  ] as const)('%s in %s costs extra', (text, country) => {
    expect(read(text, country)).toMatch(/^premium \+/);
  });

  it.each([
    ['911', 'US'],
    ['112', 'DE'],
    ['+49 112', 'US'],
    ['999', 'GB'],
    ['1234', 'DE'],
  ] as const)('%s in %s is short', (text, country) => {
    expect(read(text, country)).toMatch(/^short \+/);
  });

  it.each([
    '5550100',
    '116117',
    'call +16505550119 now',
    '1-800-FLOWERS',
    'tel:+16505550119',
    '+16505550119;phone-context=+44',
    '+16505550119;phone-context=evil',
    '+1 650 555 0119 ext. 12',
    '+16505550119,,1234',
    '*31#6505550188',
    '+1+16505550119',
    '16505550188@evil.example',
    '+',
    '٪',
    '+1'.repeat(20),
  ])('%s is none', (text) => {
    expect(read(text)).toBe('invalidNumber');
  });
});
