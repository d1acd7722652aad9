import { describe, expect, test } from 'vitest';
import { people, tell, type Happening } from '../../../drivers/fake/story.ts';
import { whatBecameOf } from './what-became-of.ts';

const { mira, ana } = people;
const target = { address: '204', name: 'Workshop' };

describe('what became of a caller somebody writes to', () => {
  test.each<[string | null, readonly Happening[]]>([
    [null, []],
    ['The caller hung up.', [{ type: 'ended', reason: 'abandoned', after: 30 }]],
    [
      'Nobody took the call in time: the caller is being told so',
      [{ type: 'wentUnanswered', why: 'timedOut', after: 30 }],
    ],
    ['Nobody took the call in time, and it has ended.', [{ type: 'ended', reason: 'missed', after: 30 }]],
    ['The caller is at the voicemail now: you can still answer them.', [{ type: 'voicemailStarted', after: 30 }]],
    ['The caller has left a voicemail.', [{ type: 'ended', reason: 'voicemailLeft', after: 30 }]],
    ['Ana Lindqvist has replied', [{ type: 'replyStarted', by: ana, replyId: 'r', after: 30 }]],
    ['A reply was sent to this caller', [{ type: 'ended', reason: 'replied', after: 30 }]],
    ['The call was passed on to Workshop', [{ type: 'transferStarted', target, after: 30 }]],
    ['The call was taken by Ana Lindqvist', [{ type: 'answered', by: ana, after: 30 }]],
    [
      'The call was taken by Ana Lindqvist',
      [
        { type: 'answered', by: ana, after: 30 },
        { type: 'ended', reason: 'callerHungUp', after: 40 },
      ],
    ],
    ['The call has ended.', [{ type: 'ended', reason: 'lost', after: 30 }]],
  ])('%s', (words, happened) => {
    const rings: readonly Happening[] = [mira, ana].map((to) => ({ type: 'offered', to, after: 10 }));
    const became = whatBecameOf(tell({ id: 'a', at: 1000 }, ...rings, ...happened));
    if (words === null) expect(became).toBeNull();
    else expect(became).toContain(words);
  });
});
