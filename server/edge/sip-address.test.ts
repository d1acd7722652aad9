import { describe, expect, it } from 'vitest';
import { parseSipAddress } from './sip-address.ts';

describe('a SIP address', () => {
  it.each([
    ['<sip:ada@x>', { user: 'ada', tag: null }],
    ['<sip:ada@x>;tag=7', { user: 'ada', tag: '7' }],
    ['sip:ada@x;tag=7', { user: 'ada', tag: '7' }],
    ['Ada L <sips:ada@x:5061;transport=ws> ; x=y ; tag = 7', { user: 'ada', tag: '7' }],
    ['"Ada \\"<sip:eve@x>\\"" <sip:ada@x>;tag=7', { user: 'ada', tag: '7' }],
    ['"<sip:eve@x>;tag=9" <sip:ada@x>', { user: 'ada', tag: null }],
    ['<sip:ada@x;tag=9>', { user: 'ada', tag: null }],
    ['<sip:ada:word@x>', { user: 'ada:word', tag: null }],
    ['<sip:x>', { user: null, tag: null }],
    ['<tel:+15550001111>;tag=7', { user: null, tag: '7' }],
  ])('%s is read', (text, address) => {
    expect(parseSipAddress(text)).toEqual(address);
  });

  it.each([
    '',
    '<sip:ada@x',
    '"Ada <sip:ada@x>',
    '<sip:ada@x> <sip:eve@x>',
    '<sip:ada@x>, <sip:eve@x>',
    '<sip:ada@x>;tag=1;tag=2',
    '<sip:ada@x>;x=";tag=1"',
  ])('%s is refused', (text) => {
    expect(parseSipAddress(text)).toBeUndefined();
  });

  it('takes no longer when made to be slow', () => {
    const started = performance.now();
    for (const text of [' '.repeat(8000), '"\\'.repeat(4000), ';tag'.repeat(2000), `<${'<'.repeat(8000)}`]) {
      parseSipAddress(text);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
