/**
 * A call: one caller's business with the reception, from the first ring to the last hang-up,
 * through holds, transfers and replies. Times are milliseconds since the epoch, as stamped by the server.
 */
export type Call =
  | (Base & Queued)
  | (Base & Ringing)
  | (Base & Dialling)
  | (Base & Talking)
  | (Base & Held)
  | (Base & Consulting)
  | (Base & Transferring)
  | (Base & Parked)
  | (Base & Replying)
  | (Base & Voicemail)
  | (Base & Unanswered)
  | (Base & Ended);

export type CallState = Call['state'];
export type CallIn<State extends CallState> = Extract<Call, { readonly state: State }>;
export type LiveCall = Exclude<Call, { readonly state: 'ended' }>;

/** What outlives the states. */
export type Base = {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly arrivedAt: number;
  /** Who is out there: who called us, or whom we called. */
  readonly caller: Caller;
  /** The number that was dialled: by the caller, as the trunk sent it; or by us, in E.164. */
  readonly dialled: string;
  readonly queue: QueueRef | null;
  /** Who has the call, or had it last; null until somebody answered. Of an outbound call: who placed it, from the start. */
  readonly agent: Agent | null;
  readonly answeredAt: number | null;
  /** Whether the desk that has the call is muted; false whenever no desk has it. */
  readonly muted: boolean;
  /**
   * Starts while a desk has the call, goes on through park, recall and transfer, and is off once the call has ended. `failed`: it
   * was to be recorded, and is not.
   */
  readonly recording: 'off' | 'on' | 'paused' | 'failed';
  readonly note: string;
};

/** Who is calling, as far as the network says and they allow. A withheld caller has neither number nor name. */
export type Caller = {
  readonly number: string | null;
  readonly name: string | null;
  readonly withheld: boolean;
  /** Whom the caller dialled first, when the call was diverted to us (RFC 5806). */
  readonly divertedFrom: string | null;
};

export type QueueRef = { readonly id: string; readonly name: string };

/** A person at a console. */
export type Agent = { readonly userId: string; readonly name: string; readonly consoleId: string };

/** Where a call is to go: a person, an extension or an outside number, and how to say it. */
export type Target = { readonly address: string; readonly name: string };

/** Nobody is being rung at the moment: all are busy, or nobody has been asked yet. */
export type Queued = { readonly state: 'queued'; readonly since: number };

export type Ringing = { readonly state: 'ringing'; readonly since: number; readonly offers: readonly Agent[] };

/** Of an outbound call: its person's own phone is taken into it first, then the number is called. */
export type Dialling = { readonly state: 'dialling'; readonly since: number; readonly progress: DialProgress };

export type DialProgress =
  /** Their own phone is being rung; it answers by itself. */
  | 'desk'
  /** The trunk has been asked for the number. */
  | 'dialled'
  /** It rings there (SIP 180, 183). */
  | 'alerting';

export type Talking = { readonly state: 'talking'; readonly since: number };

/** `legLost`: the console went away in mid-call; the caller hears music until somebody rejoins. */
export type Held = { readonly state: 'held'; readonly since: number; readonly by: 'us' | 'them' | 'legLost' };

export type Consulting = {
  readonly state: 'consulting';
  readonly since: number;
  readonly target: Target;
  readonly answered: boolean;
};

export type Transferring = {
  readonly state: 'transferring';
  readonly since: number;
  readonly target: Target;
};

export type Parked = { readonly state: 'parked'; readonly since: number; readonly slot: string; readonly by: Agent };

export type Replying = {
  readonly state: 'replying';
  readonly since: number;
  /** Who replied. */
  readonly by: Agent;
  /** What was said, and what comes of it, is kept under this id. */
  readonly replyId: string;
  readonly step: ReplyStep;
  /** Since when the caller is in this step: the running time of a voicemail. */
  readonly stepSince: number;
  /** How many times the message has been begun. */
  readonly heard: number;
  /** The number as keyed so far, or as it is to be confirmed. */
  readonly digits: string;
  /** Whether they have answered, and that is stored. */
  readonly answered: boolean;
};

/** Where the caller is in the reply menu; the menu itself is a machine of its own in shared/reply. */
export type ReplyStep =
  | 'listening'
  | 'choosing'
  | 'keyingNumber'
  | 'confirmingNumber'
  /** Of the voicemail: how it is left. */
  | 'hearingGreeting'
  /** They are recorded. */
  | 'leavingVoicemail'
  | 'hearingGoodbye';

export type Voicemail = { readonly state: 'voicemail'; readonly since: number };

/** Nobody took it; the caller is being told so. */
export type Unanswered = { readonly state: 'unanswered'; readonly since: number; readonly why: UnansweredReason };

export type UnansweredReason = 'nobodySignedIn' | 'allDeclined' | 'timedOut' | 'closed';

export type Ended = { readonly state: 'ended'; readonly at: number; readonly reason: EndReason };

export type EndReason =
  /** The caller left before anybody answered. */
  | 'abandoned'
  /** Nobody answered. */
  | 'missed'
  | 'callerHungUp'
  | 'weHungUp'
  | 'transferred'
  | 'replied'
  | 'voicemailLeft'
  /** Of a call we placed: what became of it instead of an answer. */
  | 'busy'
  | 'declined'
  | 'noAnswer'
  | 'unknownNumber'
  | 'unreachable'
  /** Found gone after a restart; how it ended is not known. */
  | 'lost'
  | 'failed';
