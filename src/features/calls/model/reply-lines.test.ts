import { describe, expect, test } from 'vitest';
import { people, tell, type Happening } from '../../../drivers/fake/story.ts';
import { replyLinesOf } from './reply-lines.ts';

/** What stands on the card of a caller in the menu, after this. */
const linesAfter = (last: Happening) => {
  const call = tell(
    { id: 'a', at: 1000 },
    { type: 'offered', to: people.mira, after: 10 },
    { type: 'replyStarted', by: people.mira, replyId: 'r', after: 20 },
    last,
  );
  if (call.state !== 'replying') throw new Error(`the call is ${call.state}`);
  return replyLinesOf(call);
};

describe('a caller who hears goodbye', () => {
  test('has answered, when that is known', () => {
    expect(linesAfter({ type: 'replyAnswered', after: 30 })).toEqual({
      past: 'Answered',
      present: { kind: 'done', text: 'Hearing goodbye' },
    });
  });

  test('has not where they ended the call, were silent, or the server stops', () => {
    expect(linesAfter({ type: 'replyStepped', step: 'hearingGoodbye', heard: 1, digits: '', after: 30 })).toEqual({
      past: 'Heard the message once',
      present: { kind: 'listening', text: 'Hearing goodbye' },
    });
  });
});
