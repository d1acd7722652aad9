import type { SipRequest } from '../sip/message.ts';

/** DESIGN §3: alerting (it rings here), progressing (we called), connected ⇄ held (by the other side), terminated. */
export type LegState = 'alerting' | 'progressing' | 'connected' | 'held' | 'terminated';

/** Why a call is over. */
export type EndReason =
  | 'hungUp'
  | 'cancelled'
  | 'rejected'
  /** No answer to a request, or none to our 200, within 64·T1. */
  | 'timedOut'
  /** The server's address takes no connection. */
  | 'unreachable'
  /** The answer had no audio, or none of our codecs. */
  | 'noCommonCodec'
  | 'closed';

export type Ending = {
  readonly why: EndReason;
  readonly by: 'us' | 'them' | 'nobody';
  /** The SIP status that refused the call, where one did. */
  readonly status?: number;
  /** Reason headers (RFC 3326) of the BYE, CANCEL or refusal. */
  readonly reasons: readonly string[];
};

/** What happened in a call; `at` in milliseconds of `performance.now()`. */
export type CallEvent = { readonly at: number } & (
  | { readonly type: 'invited' }
  | { readonly type: 'status'; readonly status: number }
  | { readonly type: 'answered' }
  | { readonly type: 'held' }
  | { readonly type: 'resumed' }
  | { readonly type: 'digitHeard'; readonly digit: string; readonly durationMs: number; readonly by: 'rtp' | 'info' }
  | { readonly type: 'requestReceived'; readonly request: SipRequest }
  | { readonly type: 'ended'; readonly ending: Ending }
);

export type CallEventType = CallEvent['type'];
export type CallEventOf<Type extends CallEventType> = Extract<CallEvent, { readonly type: Type }>;
/** An event not yet dated. */
export type CallEventBody = Undated<CallEvent>;
type Undated<Event> = Event extends CallEvent ? Omit<Event, 'at'> : never;

/** Narrows an event to the type asked for. */
export function isEvent<Type extends CallEventType>(event: CallEvent, type: Type): event is CallEventOf<Type> {
  return event.type === type;
}
