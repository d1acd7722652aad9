import { describe, expect, test } from 'vitest';
import { readSample } from './read-sample.ts';

/** A report as Chromium gives it in a call, as far as it is read. */
const report = (changes: Readonly<Record<string, object | null>> = {}) => {
  const stats: Readonly<Record<string, object | null>> = {
    outbound: { type: 'outbound-rtp', timestamp: 5000, packetsSent: 250 },
    inbound: { type: 'inbound-rtp', packetsReceived: 240, packetsLost: 10, jitter: 0.004, audioLevel: 0.5 },
    remote: { type: 'remote-inbound-rtp', timestamp: 4800, fractionLost: 0.08, roundTripTime: 0.03 },
    source: { type: 'media-source', audioLevel: 0.25 },
    transport: { type: 'transport', selectedCandidatePairId: 'pair' },
    other: { type: 'candidate-pair', id: 'other', requestsSent: 99, responsesReceived: 0 },
    pair: { type: 'candidate-pair', id: 'pair', requestsSent: 7, responsesReceived: 6, currentRoundTripTime: 0.02 },
    ...changes,
  };
  return new Map(Object.entries(stats).flatMap(([id, one]) => (one === null ? [] : [[id, { ...one }] as const])));
};
const live = { readyState: 'live', muted: false } as const;

describe('a sample of a call', () => {
  test('is what the report says, by the clock of the report', () => {
    expect(readSample(report(), live, 1)).toEqual({
      at: 5000,
      microphone: 'live',
      sent: 250,
      received: 240,
      lost: 10,
      jitterMs: 4,
      roundTripMs: 30,
      report: { at: 4800, lost: 0.08 },
      checksSent: 7,
      checksAnswered: 6,
      levelIn: 0.5,
      levelOut: 0.25,
    });
  });

  test('before the far end has reported, the way there and back is that of the path', () => {
    expect(readSample(report({ remote: null }), live, 1)).toMatchObject({ report: null, roundTripMs: 20 });
  });

  test('of an empty report knows nothing, but when it was', () => {
    expect(readSample(new Map(), live, 77)).toMatchObject({ at: 77, sent: 0, received: 0, jitterMs: null });
  });

  test('more packets than expected are no loss', () => {
    const remote = { type: 'remote-inbound-rtp', timestamp: 1, fractionLost: -0.1 };
    expect(readSample(report({ remote }), live, 1).report).toEqual({ at: 1, lost: 0 });
  });

  test.each([
    ['none', null, 'ended'],
    ['an unplugged one', { readyState: 'ended', muted: false }, 'ended'],
    ['one the system silences', { readyState: 'live', muted: true }, 'muted'],
    ['a working one', live, 'live'],
  ] as const)('says of %s that the microphone is that', (_what, track, expected) => {
    expect(readSample(report(), track, 1).microphone).toBe(expected);
  });
});
