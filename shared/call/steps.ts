import type { Agent, Base, Call, CallIn, DialProgress, EndReason, LiveCall } from './call.ts';
import type { CallEventOf } from './call-event.ts';

/** The moves that several states share, and the helpers they are made of. The table that uses them is moves.ts. */
export const base = (call: Call): Base => ({
  id: call.id,
  direction: call.direction,
  arrivedAt: call.arrivedAt,
  caller: call.caller,
  dialled: call.dialled,
  queue: call.queue,
  agent: call.agent,
  answeredAt: call.answeredAt,
  muted: call.muted,
  recording: call.recording,
  note: call.note,
});

/** What is left of the base when no desk of ours is on the call any more: a mute belongs to the leg that is gone. */
const letGo = (call: Call): Base => ({ ...base(call), muted: false });

/** Nothing records a call that is over. */
const finish = (call: LiveCall, at: number, reason: EndReason): Call => ({
  ...letGo(call),
  recording: 'off',
  state: 'ended',
  at,
  reason,
});

export const legIsLost = (call: Call): boolean => call.state === 'held' && call.by === 'legLost';

export const talk = (call: LiveCall, at: number): Call => ({ ...base(call), state: 'talking', since: at });

export const answer = (call: LiveCall, by: Agent, at: number): Call => ({
  ...letGo(call),
  state: 'talking',
  since: at,
  agent: by,
  answeredAt: call.answeredAt ?? at,
});

const end = (call: LiveCall, event: CallEventOf<'ended'>): Call => finish(call, event.at, event.reason);

/** Rings the first console; `to` keeps who had the call before, if anybody did. */
export const ringFirst = {
  to: ['ringing'],
  apply: (call: LiveCall, { to, at }: CallEventOf<'offered'>): Call => ({
    ...letGo(call),
    state: 'ringing',
    since: at,
    offers: [to],
  }),
} as const;

export const dropOffer = (call: CallIn<'ringing'>, consoleId: string, at: number): Call | undefined => {
  const offers = call.offers.filter((offer) => offer.consoleId !== consoleId);
  if (offers.length === call.offers.length) return undefined;
  return offers.length > 0 ? { ...call, offers } : { ...base(call), state: 'queued', since: at };
};

export const hold = (call: LiveCall, by: CallIn<'held'>['by'], at: number): Call => ({
  ...(by === 'legLost' ? letGo(call) : base(call)),
  state: 'held',
  since: at,
  by,
});

export const isRecorded = ({ recording }: Call): boolean => recording === 'on' || recording === 'paused';

const failToRecord = (call: LiveCall): Call => ({ ...call, recording: 'failed' });

const record = (call: LiveCall, from: Base['recording'], to: Base['recording']): Call | undefined =>
  call.recording === from ? { ...call, recording: to } : undefined;

/** Legal in every state in which somebody of ours has the caller. */
export const whileAnswered = <From extends LiveCall['state']>(here: From) =>
  ({
    recordingStarted: {
      to: [here],
      apply: (call: LiveCall) => (isRecorded(call) ? undefined : { ...call, recording: 'on' as const }),
    },
    /** Also of one that never began. */
    recordingFailed: {
      to: [here],
      apply: (call: LiveCall) => (call.recording === 'failed' ? undefined : failToRecord(call)),
    },
    muted: {
      to: [here],
      apply: (call: LiveCall) => (call.muted || legIsLost(call) ? undefined : { ...call, muted: true }),
    },
    unmuted: { to: [here], apply: (call: LiveCall) => (call.muted ? { ...call, muted: false } : undefined) },
  }) as const;

/** Legal in every state but `ended`, which takes no more than the note. */
export const untilTheEnd = <From extends LiveCall['state']>(here: From) =>
  ({
    noted: { to: [here], apply: (call: LiveCall, event: CallEventOf<'noted'>) => ({ ...call, note: event.note }) },
    ended: { to: ['ended'], apply: end },
  }) as const;

/**
 * Legal in every state that may follow an answer. A recording hangs on the caller's leg, so once started it goes on while the call
 * is parked, recalled or spoken to, and may be paused or stopped there.
 */
export const always = <From extends LiveCall['state']>(here: From) =>
  ({
    recordingPaused: { to: [here], apply: (call: LiveCall) => record(call, 'on', 'paused') },
    recordingResumed: { to: [here], apply: (call: LiveCall) => record(call, 'paused', 'on') },
    recordingStopped: {
      to: [here],
      apply: (call: LiveCall) => (isRecorded(call) ? { ...call, recording: 'off' as const } : undefined),
    },
    recordingFailed: { to: [here], apply: (call: LiveCall) => (isRecorded(call) ? failToRecord(call) : undefined) },
    ...untilTheEnd(here),
  }) as const;

/** The next thing that is heard of a number that was dialled; undefined where it comes out of turn. */
export const dialOn =
  (from: DialProgress, to: DialProgress) =>
  (call: CallIn<'dialling'>): Call | undefined =>
    call.progress === from ? { ...call, progress: to } : undefined;

export const startReply = {
  to: ['replying'],
  apply: (call: LiveCall, { by, replyId, at }: CallEventOf<'replyStarted'>): Call => ({
    ...letGo(call),
    state: 'replying',
    since: at,
    by,
    replyId,
    step: 'listening',
    stepSince: at,
    heard: 1,
    digits: '',
    answered: false,
  }),
} as const;

/** What the caller does in the menu; undefined where it is what they did already. */
export const stepReply = (
  call: CallIn<'replying'>,
  { step, heard, digits, at }: Pick<CallEventOf<'replyStepped'>, 'step' | 'heard' | 'digits' | 'at'>,
): CallIn<'replying'> | undefined => {
  if (call.step === step && call.heard === heard && call.digits === digits) return undefined;
  // A message that is said once more is listened to anew.
  const same = call.step === step && call.heard === heard;
  return { ...call, step, heard, digits, stepSince: same ? call.stepSince : at };
};

/** They have answered, and are thanked; undefined where that was known. */
export const answerReply = (
  call: CallIn<'replying'>,
  { at }: Pick<CallEventOf<'replyAnswered'>, 'at'>,
): Call | undefined => {
  if (call.answered) return undefined;
  return { ...(stepReply(call, { ...call, step: 'hearingGoodbye', digits: '', at }) ?? call), answered: true };
};

export const startVoicemail = {
  to: ['voicemail'],
  apply: (call: LiveCall, { at }: CallEventOf<'voicemailStarted'>): Call => ({
    ...letGo(call),
    state: 'voicemail',
    since: at,
  }),
} as const;

export const goUnanswered = {
  to: ['unanswered'],
  apply: (call: LiveCall, { why, at }: CallEventOf<'wentUnanswered'>): Call => ({
    ...letGo(call),
    state: 'unanswered',
    since: at,
    why,
  }),
} as const;

export const startTransfer = {
  to: ['transferring'],
  apply: (call: LiveCall, { target, at }: CallEventOf<'transferStarted'>): Call => ({
    ...letGo(call),
    state: 'transferring',
    since: at,
    target,
  }),
} as const;

export const startConsult = {
  to: ['consulting'],
  apply: (call: LiveCall, { target, at }: CallEventOf<'consultStarted'>): Call | undefined =>
    legIsLost(call) ? undefined : { ...base(call), state: 'consulting', since: at, target, answered: false },
} as const;

export const park = {
  to: ['parked'],
  apply: (call: LiveCall, { slot, by, at }: CallEventOf<'parked'>): Call => ({
    ...letGo(call),
    state: 'parked',
    since: at,
    slot,
    by,
  }),
} as const;

export const loseLeg = {
  to: ['held'],
  apply: (call: LiveCall, { at }: CallEventOf<'legLost'>): Call => hold(call, 'legLost', at),
} as const;

/** A recall after a failed transfer rings the reception again: nobody has been asked yet, so it queues first. */
export const failTransfer = {
  to: ['queued'],
  apply: (call: LiveCall, { at }: CallEventOf<'transferFailed'>): Call => ({
    ...letGo(call),
    state: 'queued',
    since: at,
  }),
} as const;

export const completeTransfer = {
  to: ['ended'],
  apply: (call: LiveCall, { at }: CallEventOf<'transferCompleted'>): Call => finish(call, at, 'transferred'),
} as const;

export const leaveVoicemail = {
  to: ['ended'],
  apply: (call: LiveCall, { at }: CallEventOf<'voicemailLeft'>): Call => finish(call, at, 'voicemailLeft'),
} as const;
