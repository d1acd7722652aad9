import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../shared/call/call.ts';
import { people, queues, tell, type Happening } from '../../../drivers/fake/story.ts';
import { announcementOf } from './announcements.ts';
import { lanesOf } from './lanes.ts';
import { readOut } from './read-out.ts';

const { mira, ana } = people;
const offered = { type: 'offered', to: mira, after: 10 } as const;
const answered = { type: 'answered', by: mira, after: 1000 } as const;
const kovac = { name: 'Ana Kovač', number: '+38515550142' };
const henrik = { name: 'Henrik Aas', number: '+4722550138' };

const lanes = (...calls: readonly Call[]) =>
  lanesOf(Object.fromEntries(calls.map((call) => [call.id, call])), {}, mira);
const said = (before: Call | undefined, after: Call, ...others: readonly Call[]) =>
  announcementOf(
    { id: after.id, before, after },
    lanes(...(after.state === 'ended' ? [] : [after]), ...others),
    mira,
    'F2',
  );

/** A call to +1 650 555 0184: placed, dialled, ringing there, and what came then. */
function callingUntil(...then: readonly Happening[]) {
  const story = [{ type: 'dialled', after: 800 }, { type: 'alerted', after: 2000 }, ...then] as const;
  const until = (count: number): Call =>
    tell({ id: 'p', at: 0, placedBy: mira, caller: { number: '+16505550184' } }, ...story.slice(0, count));
  return [until(0), until(1), until(2), until(3), ...then.slice(1).map((_, index) => until(4 + index))] as const;
}

describe('what is said', () => {
  test('a ring interrupts, and says which key answers', () => {
    const queued = tell({ id: 'a', at: 0, caller: kovac });
    const ringing = tell({ id: 'a', at: 0, caller: kovac }, offered);
    expect(said(queued, ringing)).toEqual({
      urgency: 'assertive',
      text: 'Ringing, Main number: Ana Kovač. F2 answers.',
    });
  });

  test('a second ring says how many there are; a bare number is not read out', () => {
    const first = tell({ id: 'a', at: 0, caller: kovac }, offered);
    const second = tell({ id: 'b', at: 1, caller: { number: '+16505550119' }, queue: queues.service }, offered);
    expect(said(undefined, second, first)).toEqual({
      urgency: 'assertive',
      text: 'Another call, Service: unknown number. 2 ringing.',
    });
  });

  test('a ring at one more colleague is no news', () => {
    const before = tell({ id: 'a', at: 0 }, offered);
    const after = tell({ id: 'a', at: 0 }, offered, { type: 'offered', to: ana, after: 20 });
    expect(said(before, after)).toBeNull();
  });

  test('an answer says with whom, and who is on hold', () => {
    const held = tell({ id: 'h', at: 0, caller: henrik }, offered, answered, { type: 'heldByUs', after: 2000 });
    const before = tell({ id: 'a', at: 0, caller: kovac }, offered);
    const after = tell({ id: 'a', at: 0, caller: kovac }, offered, answered);
    expect(said(before, after, held)).toEqual({
      urgency: 'polite',
      text: 'On call with Ana Kovač. Henrik Aas on hold.',
    });
  });

  test.each([
    [
      'answered by a colleague',
      { type: 'answered', by: ana, after: 50 } as const,
      'Ana Kovač was answered by Ana Lindqvist.',
    ],
    ['given up', { type: 'ended', reason: 'abandoned', after: 50 } as const, 'Ana Kovač hung up.'],
  ])('a ring that is %s', (_, event, text) => {
    const story = [{ id: 'a', at: 0, caller: kovac }, offered, { type: 'offered', to: ana, after: 20 }] as const;
    expect(said(tell(...story), tell(...story, event))).toEqual({ urgency: 'polite', text });
  });

  test('the end of a call says why, and a lost leg that the caller is still there', () => {
    const story = [{ id: 'a', at: 0, caller: kovac }, offered, answered] as const;
    expect(said(tell(...story), tell(...story, { type: 'ended', reason: 'callerHungUp', after: 5000 }))?.text).toBe(
      'Call with Ana Kovač ended. The caller hung up.',
    );
    expect(said(tell(...story), tell(...story, { type: 'legLost', after: 5000 }))?.text).toBe(
      'Ana Kovač is still on the line and hears music.',
    );
  });

  test('a number that is called: that it is, that it rings there, and that they answered', () => {
    const held = tell({ id: 'h', at: 0, caller: henrik }, offered, answered, { type: 'heldByUs', after: 2000 });
    const [placed, dialled, alerting, theirs] = callingUntil({ type: 'answered', by: mira, after: 9000 });
    expect(said(undefined, placed, held)?.text).toBe('Calling 1, 6 5 0, 5 5 5, 0 1 8 4. Henrik Aas on hold.');
    expect(said(placed, dialled)).toBeNull();
    expect(said(dialled, alerting)).toEqual({ urgency: 'polite', text: 'It rings there.' });
    expect(said(alerting, theirs)?.text).toBe('1, 6 5 0, 5 5 5, 0 1 8 4 answered.');
  });

  test.each([
    ['busy', 'Not reached, 1, 6 5 0, 5 5 5, 0 1 8 4. Busy.'],
    ['noAnswer', 'Not reached, 1, 6 5 0, 5 5 5, 0 1 8 4. No answer after 62 s.'],
    ['unknownNumber', 'Not reached, 1, 6 5 0, 5 5 5, 0 1 8 4. There is no such number.'],
    ['weHungUp', 'Call with 1, 6 5 0, 5 5 5, 0 1 8 4 ended. You hung up.'],
  ] as const)('a number that does not answer: %s', (reason, text) => {
    const [, , alerting, over] = callingUntil({ type: 'ended', reason, after: 62_000 });
    expect(said(alerting, over)?.text).toBe(text);
  });

  test('somebody we called is not called a caller', () => {
    const theirs = callingUntil({ type: 'answered', by: mira, after: 9000 })[3];
    const gone = callingUntil(
      { type: 'answered', by: mira, after: 9000 },
      { type: 'ended', reason: 'callerHungUp', after: 9500 },
    )[4];
    const onHold = callingUntil({ type: 'answered', by: mira, after: 9000 }, { type: 'heldByThem', after: 9500 })[4];
    if (gone === undefined || onHold === undefined) throw new Error('a story too short');
    expect(said(theirs, gone)?.text).toMatch(/They hung up\.$/);
    expect(said(theirs, onHold)?.text).toBe('They put the call on hold.');
  });

  test('what becomes of a recording', () => {
    const started = { type: 'recordingStarted', after: 2000 } as const;
    const paused = { type: 'recordingPaused', after: 3000 } as const;
    const story = [{ id: 'a', at: 0 }, offered, answered] as const;
    const [talking, on, off] = [tell(...story), tell(...story, started), tell(...story, started, paused)];
    expect(said(talking, on)).toEqual({ urgency: 'polite', text: 'Recording.' });
    expect(said(on, off)).toEqual({ urgency: 'polite', text: 'Recording paused.' });
    expect(said(off, on)?.text).toBe('Recording resumed.');
    expect(said(on, talking)?.text).toBe('Recording stopped.');
    const failed = tell(...story, started, { type: 'recordingFailed', why: 'storageFull', after: 3000 });
    expect(said(on, failed)).toEqual({ urgency: 'assertive', text: 'Recording failed. The call goes on.' });
  });

  test('mute and notes of a call that is on are not announced as calls', () => {
    const story = [{ id: 'a', at: 0 }, offered, answered] as const;
    expect(said(tell(...story), tell(...story, { type: 'muted', after: 2000 }))).toBeNull();
  });
});

describe('what is read out on request', () => {
  test('everything in one sentence each', () => {
    const on = tell({ id: 'a', at: 0, caller: henrik }, offered, { type: 'answered', by: mira, after: 0 });
    const held = tell({ id: 'h', at: 0, caller: kovac }, offered, answered, { type: 'heldByUs', after: 2000 });
    const ringing = [1, 2].map((n) => tell({ id: `r${n}`, at: 0 }, offered));
    const waiting = [1, 2, 3].map((n) => tell({ id: `w${n}`, at: 0 }));
    expect(readOut(lanes(on, held, ...ringing, ...waiting), 192_000)).toBe(
      'On call, Henrik Aas, 3 minutes. 1 on hold, 2 ringing, 3 waiting.',
    );
  });

  test('whom one is calling, and how far that has come', () => {
    const [placed, , alerting] = callingUntil({ type: 'answered', by: mira, after: 9000 });
    expect(readOut(lanes(placed), 2000)).toMatch(/^Calling, 1, 6 5 0, 5 5 5, 0 1 8 4, your phone, 2 seconds\./);
    expect(readOut(lanes(alerting), 12_000)).toMatch(/, ringing there, 12 seconds\./);
  });

  test('nothing is something to say as well', () => {
    expect(readOut(lanes(), 0)).toBe('No call is with you. 0 on hold, 0 ringing, 0 waiting.');
  });
});
