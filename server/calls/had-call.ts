import type { Call } from '../../shared/call/call.ts';
import type { CallEvent } from '../../shared/call/call-event.ts';

/** Whether this person has the call, or had it at some time: what they know of it is still theirs to tell. */
export const hadCall = (userId: string, call: Call, story: readonly CallEvent[]): boolean =>
  call.agent?.userId === userId ||
  story.some(
    (event) =>
      (event.type === 'answered' || event.type === 'rejoined' || event.type === 'retrieved') &&
      event.by.userId === userId,
  );
