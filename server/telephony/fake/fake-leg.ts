import type { LegEndCause } from '../../ports/telephony-event.ts';
import type { LegTag } from '../../ports/leg-tag.ts';
import type { HangUpCause, Media, MediaDirection, Originate, RejectCause } from '../../ports/telephony.ts';

/** What a test may know of a leg. */
export type FakeLeg = {
  readonly legId: string;
  readonly origin: 'arrived' | 'originated' | 'snoop';
  readonly state: 'alerting' | 'connected' | 'ended';
  /** What the caller's side was told before the end, in order: SIP 180, 183, 200. */
  readonly signals: readonly ('ringing' | 'earlyMedia' | 'answered')[];
  /** How it was originated; null for a leg that arrived. */
  readonly request: Originate | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly tag: LegTag | null;
  readonly bridgeId: string | null;
  readonly muted: ReadonlySet<MediaDirection>;
  /** The class of the music it hears, `default` if none was named. */
  readonly music: string | null;
  readonly silence: boolean;
  readonly digitsSent: string;
  /** Everything that began to play to it alone, in order. */
  readonly played: readonly Media[];
  readonly detectsTalking: boolean;
  /** It hears itself, and takes no more commands. */
  readonly echoes: boolean;
  readonly rejectedWith: RejectCause | null;
  readonly hungUpWith: HangUpCause | null;
  readonly endCause: LegEndCause | null;
  readonly snoops: { readonly legId: string; readonly spy: string; readonly whisper: MediaDirection | null } | null;
};

type Mutable<Facts> = { -readonly [Key in keyof Facts]: Facts[Key] };

/** The same, as the fake itself keeps it. */
export type LegRecord = Omit<Mutable<FakeLeg>, 'signals' | 'muted' | 'played'> & {
  readonly signals: ('ringing' | 'earlyMedia' | 'answered')[];
  readonly muted: Set<MediaDirection>;
  readonly played: Media[];
  /** Ring timeout and duration limit. */
  stopTimers: () => void;
};

export function newLeg(facts: Pick<FakeLeg, 'legId' | 'origin' | 'state'> & Partial<FakeLeg>): LegRecord {
  return {
    request: null,
    headers: {},
    tag: null,
    bridgeId: null,
    music: null,
    silence: false,
    digitsSent: '',
    detectsTalking: false,
    echoes: false,
    rejectedWith: null,
    hungUpWith: null,
    endCause: null,
    snoops: null,
    ...facts,
    signals: [],
    muted: new Set(),
    played: [],
    stopTimers: () => {},
  };
}

/** A leg takes commands from its arrival, or from its answer when we made it, until it ends. */
export const takesCommands = (leg: LegRecord): boolean =>
  !leg.echoes && (leg.state === 'connected' || (leg.state === 'alerting' && leg.origin === 'arrived'));
