import type { Agent } from '../../shared/call/call.ts';
import type { CallEvent } from '../../shared/call/call-event.ts';
import { transition } from '../../shared/call/transition.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Desk } from './desk.ts';
import { hadCall } from './had-call.ts';

export type LateNoteFailure = 'noSuchCall' | 'notYourCall' | StoreFailure;

/**
 * The last words of a note whose writer was still at it when the call ended: kept with the call and in its story. Only
 * whoever had the call has any. `noSuchCall`: there is none that has ended.
 */
export async function noteEndedCall(
  desk: Pick<Desk, 'calls' | 'clock' | 'live'>,
  callId: string,
  note: string,
  by: Agent,
): Promise<Result<void, LateNoteFailure>> {
  // Its end is not stored yet.
  if (desk.live.isBehind(callId)) return fail('databaseUnavailable');
  const [found, story] = await Promise.all([desk.calls.find(callId), desk.calls.eventsOf(callId)]);
  if (!found.ok) return found;
  if (!story.ok) return story;
  if (found.value === null || found.value.call.state !== 'ended') return fail('noSuchCall');
  const { call, version } = found.value;
  if (!hadCall(by.userId, call, story.value)) return fail('notYourCall');
  const event: CallEvent = { type: 'noted', at: desk.clock.now(), note };
  const moved = transition(call, event);
  if (!moved.ok) throw new Error('a call that has ended takes no note');
  const stored = await desk.calls.append({ call: moved.call, version: version + 1 }, event);
  if (stored.ok) return ok();
  // Another window of theirs was first; the later words are what is kept.
  return stored.error === 'conflict' ? noteEndedCall(desk, callId, note, by) : fail(stored.error);
}
