import type { LegTag } from './leg-tag.ts';

/** What the PBX reports. Times are not part of it: the use-case stamps an event when it takes it. */
export type TelephonyEvent =
  | { readonly type: 'legArrived'; readonly leg: ArrivedLeg }
  /** An originated leg's device is alerting (SIP 180/183). */
  | { readonly type: 'legAlerting'; readonly legId: string }
  /** An originated leg was answered and is ours to bridge. */
  | { readonly type: 'legAnswered'; readonly legId: string; readonly tag: LegTag | null }
  | { readonly type: 'legEnded'; readonly legId: string; readonly cause: LegEndCause }
  | { readonly type: 'legHeld'; readonly legId: string }
  | { readonly type: 'legResumed'; readonly legId: string }
  | { readonly type: 'digit'; readonly legId: string; readonly digit: string; readonly durationMs: number }
  | { readonly type: 'talkingStarted'; readonly legId: string }
  | { readonly type: 'talkingEnded'; readonly legId: string; readonly durationMs: number }
  | { readonly type: 'playbackStarted'; readonly playbackId: string }
  | { readonly type: 'playbackEnded'; readonly playbackId: string; readonly played: boolean }
  | { readonly type: 'recordingStarted'; readonly recordingId: string }
  | { readonly type: 'recordingEnded'; readonly recordingId: string; readonly recorded: boolean }
  /** The PBX is not answering; what is going on there goes on without us. */
  | { readonly type: 'disconnected' }
  /** It answers again. Whatever is not in the snapshot has ended in the meantime. */
  | { readonly type: 'connected'; readonly snapshot: TelephonySnapshot };

/** A call from the trunk. */
export type ArrivedLeg = {
  readonly legId: string;
  readonly dialled: string;
  readonly caller: {
    /** As the network asserts it (P-Asserted-Identity before From); null when withheld or not given. */
    readonly number: string | null;
    readonly name: string | null;
    /** The caller asked not to be shown (RFC 3323): number and name are null whatever the network told. */
    readonly withheld: boolean;
  };
  /** RFC 5806. */
  readonly divertedFrom: string | null;
  readonly sipCallId: string | null;
};

/** How a leg ended, in our words; the driver owns the table from Q.850 causes and SIP statuses. */
export type LegEndCause =
  | 'hungUp'
  | 'cancelled'
  | 'busy'
  | 'declined'
  | 'noAnswer'
  | 'unreachable'
  | 'unknownNumber'
  | 'answeredElsewhere'
  | 'failed';

export type TelephonySnapshot = {
  readonly legs: readonly LegSnapshot[];
  readonly bridges: readonly { readonly bridgeId: string; readonly legIds: readonly string[] }[];
};

export type LegSnapshot = {
  readonly legId: string;
  readonly state: 'alerting' | 'connected';
  readonly tag: LegTag | null;
};
