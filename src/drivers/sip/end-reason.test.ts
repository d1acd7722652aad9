import { describe, expect, test } from 'vitest';
import { closeCodeIn, offerEndOf, saysAnsweredElsewhere } from './end-reason.ts';

describe('why a call stops ringing here', () => {
  test.each([
    [['SIP;cause=200;text="Call completed elsewhere"'], true],
    [['Q.850;cause=26'], true],
    [['Q.850 ; cause=26 ;text="x"'], true],
    [['SIP;cause=200;text="a, b"', 'Q.850;cause=26'], true],
    [['Q.850;cause=16, SIP;cause=200'], true],
    [['Q.850;cause=19;text="User alerting, no answer"'], false],
    [['Q.850;cause=260'], false],
    [['SIP;cause=487'], false],
    [[], false],
  ])('%j', (reasons, elsewhere) => {
    expect(saysAnsweredElsewhere(reasons)).toBe(elsewhere);
    expect(offerEndOf(reasons)).toBe(elsewhere ? 'answeredElsewhere' : 'cancelled');
  });
});

test('the close code is found in what SIP.js says', () => {
  expect(closeCodeIn(new Error('WebSocket closed wss://desk/sip?page=1 (code: 4401)'))).toBe(4401);
  expect(closeCodeIn(new Error('Connect aborted.'))).toBeNull();
  expect(closeCodeIn(undefined)).toBeNull();
});
