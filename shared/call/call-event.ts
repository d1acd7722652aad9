import type { Agent, Base, EndReason, ReplyStep, Target, UnansweredReason } from './call.ts';

/** What happened to a call. `at` is the server's clock, milliseconds since the epoch. */
export type CallEvent = Stamp &
  (
    | Arrived
    | Placed
    | { readonly type: 'dialled' }
    | { readonly type: 'alerted' }
    | { readonly type: 'offered'; readonly to: Agent }
    | { readonly type: 'declined'; readonly consoleId: string }
    | { readonly type: 'offerLost'; readonly consoleId: string }
    | { readonly type: 'answered'; readonly by: Agent }
    | { readonly type: 'wentUnanswered'; readonly why: UnansweredReason }
    | { readonly type: 'heldByUs' }
    | { readonly type: 'heldByThem' }
    | { readonly type: 'resumed' }
    | { readonly type: 'parked'; readonly slot: string; readonly by: Agent }
    | { readonly type: 'retrieved'; readonly by: Agent }
    | { readonly type: 'consultStarted'; readonly target: Target }
    | { readonly type: 'consultAnswered' }
    | { readonly type: 'consultCancelled' }
    | { readonly type: 'transferStarted'; readonly target: Target }
    | { readonly type: 'transferCompleted' }
    | { readonly type: 'transferFailed'; readonly why: string }
    | { readonly type: 'replyStarted'; readonly by: Agent; readonly replyId: string }
    | { readonly type: 'replyStepped'; readonly step: ReplyStep; readonly heard: number; readonly digits: string }
    | { readonly type: 'replyAnswered' }
    | { readonly type: 'voicemailStarted' }
    | { readonly type: 'voicemailLeft' }
    /** `notice`: how the caller was told, when they were. */
    | { readonly type: 'recordingStarted'; readonly notice?: 'beep' | 'announcement' }
    | { readonly type: 'recordingPaused' }
    | { readonly type: 'recordingResumed' }
    | { readonly type: 'recordingStopped' }
    | { readonly type: 'recordingFailed'; readonly why: RecordingFailure }
    | { readonly type: 'muted' }
    | { readonly type: 'unmuted' }
    | { readonly type: 'noted'; readonly note: string }
    | { readonly type: 'legLost' }
    | { readonly type: 'rejoined'; readonly by: Agent }
    | { readonly type: 'ended'; readonly reason: EndReason }
  );

/** Why a call is not recorded: what would be kept of it has no room, or nowhere to go; or the PBX does not record. */
export type RecordingFailure = 'storageFull' | 'storageUnavailable' | 'pbxRefused';

type Stamp = { readonly at: number };

/** The first event of a call that comes in: what the network told. */
export type Arrived = { readonly type: 'arrived'; readonly direction: 'inbound' } & Pick<
  Base,
  'id' | 'caller' | 'dialled' | 'queue'
>;

/** The first event of a call that goes out. `queue`: on whose behalf, when it is a call back. */
export type Placed = { readonly type: 'placed'; readonly by: Agent } & Pick<
  Base,
  'id' | 'caller' | 'dialled' | 'queue'
>;

export type CallEventType = CallEvent['type'];
export type CallEventOf<Type extends CallEventType> = Extract<CallEvent, { readonly type: Type }>;
