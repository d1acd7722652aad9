import { describe, expect, it } from 'vitest';
import { rangeOf } from './byte-range.ts';

describe('rangeOf', () => {
  it.each([
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['Bytes=99-', { from: 99, to: 99 }],
    ['bytes=90-1000', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=100-', 'badRange'],
    ['bytes=100-200', 'badRange'],
    ['bytes=-0', 'badRange'],
    ['bytes=-', null],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['bytes=a-b', null],
    ['lines=1-2', null],
    [undefined, null],
  ])('of 100 bytes, %s', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });

  it('finds nothing in what is empty', () => {
    expect([rangeOf('bytes=0-', 0), rangeOf('bytes=-5', 0), rangeOf(undefined, 0)]).toEqual([
      'badRange',
      'badRange',
      null,
    ]);
  });
});
