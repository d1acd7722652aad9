import type { CallState } from './call.ts';
import type { CallEventType } from './call-event.ts';

/** All states of a call, in the order a call usually meets them. */
export const callStates = [
  'queued',
  'ringing',
  'dialling',
  'talking',
  'held',
  'consulting',
  'transferring',
  'parked',
  'replying',
  'voicemail',
  'unanswered',
  'ended',
] as const satisfies readonly CallState[];

/** All events of a call. */
export const callEventTypes = [
  'arrived',
  'placed',
  'dialled',
  'alerted',
  'offered',
  'declined',
  'offerLost',
  'answered',
  'wentUnanswered',
  'heldByUs',
  'heldByThem',
  'resumed',
  'parked',
  'retrieved',
  'consultStarted',
  'consultAnswered',
  'consultCancelled',
  'transferStarted',
  'transferCompleted',
  'transferFailed',
  'replyStarted',
  'replyStepped',
  'replyAnswered',
  'voicemailStarted',
  'voicemailLeft',
  'recordingStarted',
  'recordingPaused',
  'recordingResumed',
  'recordingStopped',
  'recordingFailed',
  'muted',
  'unmuted',
  'noted',
  'legLost',
  'rejoined',
  'ended',
] as const satisfies readonly CallEventType[];

/** Does not compile while a member of the union is missing from its list. */
type Complete<Union extends string, List extends readonly Union[]> = [Exclude<Union, List[number]>] extends [never]
  ? true
  : Exclude<Union, List[number]>;

true satisfies Complete<CallState, typeof callStates>;
true satisfies Complete<CallEventType, typeof callEventTypes>;
