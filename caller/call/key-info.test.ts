import { describe, expect, it } from 'vitest';
import { infoOf } from './key-info.ts';

describe('a key as SIP INFO', () => {
  it('is named and has its length', () => {
    expect(infoOf('#', { durationMs: 90 })).toEqual({
      headers: [['Content-Type', 'application/dtmf-relay']],
      body: 'Signal=#\r\nDuration=90\r\n',
    });
  });

  it('is the bare key in the older form', () => {
    expect(infoOf('5', { form: 'dtmf' })).toEqual({ headers: [['Content-Type', 'application/dtmf']], body: '5' });
  });
});
