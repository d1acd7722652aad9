import type { RecordingFailure } from '../../shared/call/call-event.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Desk } from './desk.ts';
import { happen } from './happen.ts';
import type { LiveCall } from './live-call.ts';

/** A call that was to be recorded is not, or not any more: it goes on, and everybody sees it. In the call's order. */
export async function sayNotRecorded(
  desk: Desk,
  live: LiveCall,
  why: RecordingFailure,
  error: string,
): Promise<Result<never, 'recordingFailed'>> {
  desk.counters.count('recordingFailed');
  desk.log.error({ callId: live.id, why, error }, 'a call is not recorded');
  if (live.stored.call.recording !== 'failed') await happen(desk, live, { type: 'recordingFailed', why });
  return fail('recordingFailed');
}
