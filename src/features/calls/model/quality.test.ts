import { describe, expect, test } from 'vitest';
import type { LineSample } from '../../../ports/line-sample.ts';
import { verdictWord, whatToDo } from './quality-words.ts';
import { qualityOf, type Verdict } from './quality.ts';

/** One second of a call in which nothing is wrong, as it adds to the counts. */
const second = { sent: 50, received: 50, lost: 0, checksSent: 1, checksAnswered: 1 };
type Second = Partial<typeof second> & Partial<Pick<LineSample, 'microphone' | 'jitterMs' | 'roundTripMs' | 'report'>>;

const start: LineSample = {
  at: 0,
  microphone: 'live',
  sent: 0,
  received: 0,
  lost: 0,
  jitterMs: 2,
  roundTripMs: 20,
  report: null,
  checksSent: 0,
  checksAnswered: 0,
  levelIn: 0,
  levelOut: 0,
};

/** The samples of a call that goes as told, second by second. */
function samplesOf(...seconds: readonly Second[]): readonly LineSample[] {
  const samples = [start];
  for (const told of seconds) {
    const before = samples.at(-1) ?? start;
    const { sent, received, lost, checksSent, checksAnswered, ...rest } = { ...second, ...told };
    samples.push({
      ...before,
      ...rest,
      at: before.at + 1000,
      sent: before.sent + sent,
      received: before.received + received,
      lost: before.lost + lost,
      checksSent: before.checksSent + checksSent,
      checksAnswered: before.checksAnswered + checksAnswered,
    });
  }
  return samples;
}

const inbound = { direction: 'inbound' } as const;

function wordOf(seconds: readonly Second[], isMuted = false): string | null {
  const quality = qualityOf(samplesOf(...seconds), isMuted);
  return quality === null ? null : verdictWord(quality.verdict, inbound);
}

const good = [{}, {}, {}];
const reported = (lost: number): Second => ({ report: { at: 3000, lost } });
const deaf = { received: 0 };
const dumb = { sent: 0 };

describe('how a call sounds', () => {
  test.each<[what: string, seconds: readonly Second[], word: string | null]>([
    ['nothing known yet', [], null],
    ['a second of sound', [{}], 'Good'],
    ['all well', good, 'Good'],
    ['1 % lost', [{ received: 147, lost: 2 }], 'Good'],
    ['3 % lost', [{ received: 97, lost: 3 }], 'Fair'],
    [
      '8 % lost on the way here',
      [
        { received: 46, lost: 4 },
        { received: 46, lost: 4 },
        { received: 46, lost: 4 },
      ],
      'Poor: 8 % lost',
    ],
    ['8 % lost on the way there', [...good, reported(0.08)], 'Poor: 8 % lost'],
    ['the worse of both counts', [{ received: 98, lost: 2 }, reported(0.3)], 'Poor: 30 % lost'],
    ['an old report says nothing', [reported(0.5), ...Array.from({ length: 12 }, () => ({}))], 'Good'],
    ['some jitter', [...good, { jitterMs: 45 }], 'Fair'],
    ['much jitter', [...good, { jitterMs: 150 }], 'Poor: uneven sound'],
    ['a long way', [...good, { roundTripMs: 450 }], 'Fair'],
    ['a very long way', [...good, { roundTripMs: 1240 }], 'Poor: 1.2 s late'],
    ['nothing is known of the way', [...good, { jitterMs: null, roundTripMs: null }], 'Good'],
    ['packets that come twice are no loss', [{ lost: -3 }, { lost: -1 }], 'Good'],
  ])('%s', (_what, seconds, word) => expect(wordOf(seconds)).toBe(word));

  test('is better again three seconds after the last loss', () => {
    const lossy = { received: 40, lost: 10 };
    expect(wordOf([lossy, {}, {}])).toBe('Poor: 7 % lost');
    expect(wordOf([lossy, {}, {}, {}])).toBe('Good');
  });
});

const cannotHear = 'You can’t hear the caller';
const notHeard = 'Caller can’t hear you';

describe('one side does not hear the other', () => {
  test.each<[what: string, seconds: readonly Second[], isMuted: boolean, word: string | null]>([
    ['no packet for a second may be chance', [...good, deaf], false, 'Good'],
    ['no packet for two seconds', [...good, deaf, deaf], false, cannotHear],
    ['no packet ever', [deaf, deaf], false, cannotHear],
    ['also while muted', [...good, deaf, deaf], true, cannotHear],
    ['a packet is back', [...good, deaf, deaf, { received: 50 }], false, 'Good'],
    ['nothing is sent for two seconds', [...good, dumb, dumb], false, notHeard],
    ['which is no matter while muted', [...good, dumb, dumb], true, 'Good'],
    ['the microphone is unplugged', [...good, { microphone: 'ended' }], false, notHeard],
    ['the system mutes the microphone', [...good, { microphone: 'muted' }], false, notHeard],
    ['which is no matter while muted here', [...good, { microphone: 'muted' }], true, 'Good'],
    ['they report that nothing arrives', [...good, reported(1)], false, notHeard],
    [
      'they report that nothing arrives, while muted',
      [...good, { report: { at: 4000, lost: 1 } }],
      true,
      'Poor: 100 % lost',
    ],
    [
      'nobody answers on the path',
      [{ checksAnswered: 0 }, { checksAnswered: 0 }, { checksAnswered: 0 }],
      false,
      notHeard,
    ],
    [
      'one check lost is chance',
      [{}, { checksAnswered: 0 }, { checksSent: 0, checksAnswered: 0 }, { checksSent: 0, checksAnswered: 0 }],
      false,
      'Good',
    ],
    [
      'neither way: what we can mend comes first',
      [...good, { ...deaf, ...dumb }, { ...deaf, ...dumb }],
      false,
      notHeard,
    ],
  ])('%s', (_what, seconds, isMuted, word) => expect(wordOf(seconds, isMuted)).toBe(word));

  test('silence is no fault: levels are not judged', () => {
    const quiet = samplesOf(...good).map((sample) => ({ ...sample, levelIn: 0, levelOut: 0 }));
    expect(qualityOf(quiet, false)?.verdict).toEqual({ kind: 'good' });
  });

  test('each way has its word, by who called, and its advice', () => {
    const verdicts: readonly Verdict[] = [
      { kind: 'notHeard', why: 'microphone' },
      { kind: 'notHeard', why: 'path' },
      { kind: 'notHearing' },
    ];
    expect(verdicts.map((verdict) => verdictWord(verdict, { direction: 'outbound' }))).toEqual([
      'They can’t hear you',
      'They can’t hear you',
      'You can’t hear them',
    ]);
    expect(new Set(verdicts.map(whatToDo)).size).toBe(3);
    expect(whatToDo({ kind: 'good' })).toBeNull();
  });
});
