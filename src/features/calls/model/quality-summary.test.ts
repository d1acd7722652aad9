import { expect, test } from 'vitest';
import type { LineSample } from '../../../ports/line-sample.ts';
import { addTo, emptyTally, summaryOf } from './quality-summary.ts';
import type { Verdict } from './quality.ts';

const sample = (seconds: number, changes: Partial<LineSample> = {}): LineSample => ({
  at: seconds * 1000,
  microphone: 'live',
  sent: seconds * 50,
  received: seconds * 50,
  lost: 0,
  jitterMs: 4,
  roundTripMs: null,
  report: null,
  checksSent: 0,
  checksAnswered: 0,
  levelIn: null,
  levelOut: null,
  ...changes,
});

function tallyOf(samples: readonly LineSample[], verdict: Verdict | null = { kind: 'good' }) {
  let tally = emptyTally;
  for (const [index, one] of samples.entries()) tally = addTo(tally, samples[index - 1], one, verdict);
  return tally;
}

test('a few seconds say nothing', () => {
  expect(summaryOf(emptyTally)).toBeNull();
  expect(summaryOf(tallyOf([sample(1), sample(2)]))).toBeNull();
});

test('a good call', () => {
  expect(summaryOf(tallyOf([sample(1), sample(2), sample(3)]))).toEqual({
    lost: 0,
    jitterMs: 4,
    roundTripMs: null,
    oneWaySeconds: 0,
  });
});

test('what was lost on the way here is a share of what was sent', () => {
  const samples = [sample(0), sample(1, { received: 90, lost: 10 }), sample(2, { received: 180, lost: 20 })];
  expect(summaryOf(tallyOf(samples))?.lost).toBe(0.1);
});

test('what was lost on the way there counts once for each report, and the worse way is told', () => {
  const samples = [1, 2, 3, 4].map((second) =>
    sample(second, { report: { at: second < 4 ? 1 : 4, lost: second < 4 ? 0.2 : 0.4 } }),
  );
  expect(summaryOf(tallyOf(samples))?.lost).toBeCloseTo(0.3);
});

test('jitter and the way there and back are means of what is known', () => {
  const samples = [
    sample(1),
    sample(2, { jitterMs: null, roundTripMs: 30 }),
    sample(3, { jitterMs: 8, roundTripMs: 50 }),
  ];
  expect(summaryOf(tallyOf(samples))).toMatchObject({ jitterMs: 6, roundTripMs: 40 });
});

test('seconds in which one side did not hear the other are counted', () => {
  expect(summaryOf(tallyOf([sample(1), sample(2), sample(3)], { kind: 'notHearing' }))?.oneWaySeconds).toBe(2);
});

test('counts that begin anew, as those of another line do, are not taken for losses', () => {
  const samples = [sample(9), sample(10), sample(1)];
  expect(summaryOf(tallyOf(samples))?.lost).toBe(0);
});
