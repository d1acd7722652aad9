import * as fc from 'fast-check';
import type { Agent, EndReason, ReplyStep, Target, UnansweredReason } from './call.ts';
import type { CallEvent, CallEventOf, CallEventType } from './call-event.ts';
import { callEventTypes } from './every.ts';

/** Everything an event may need, drawn at once; the event takes what is its own. */
export type Draw = {
  readonly pick: number;
  /** How much later than the event before; below nought when the clock was set back. */
  readonly later: number;
  readonly agent: Agent;
  readonly target: Target;
  readonly step: ReplyStep;
  readonly why: UnansweredReason;
  readonly reason: EndReason;
  readonly note: string;
};

/** Few on purpose, so that the same console turns up twice. */
export const agents: readonly [Agent, Agent, Agent] = [
  { userId: 'ada', name: 'Ada', consoleId: 'console-ada' },
  { userId: 'ben', name: 'Ben', consoleId: 'console-ben' },
  { userId: 'cem', name: 'Cem', consoleId: 'console-cem' },
];

export const endReasons = [
  'abandoned',
  'missed',
  'callerHungUp',
  'weHungUp',
  'transferred',
  'replied',
  'voicemailLeft',
  'busy',
  'declined',
  'noAnswer',
  'unknownNumber',
  'unreachable',
  'lost',
  'failed',
] as const satisfies readonly EndReason[];

export const drawArbitrary: fc.Arbitrary<Draw> = fc.record({
  pick: fc.nat({ max: 999 }),
  later: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 60_000 }) }, fc.integer({ min: -60_000, max: -1 })),
  agent: fc.constantFrom(...agents),
  target: fc.constantFrom({ address: '204', name: 'Workshop' }, { address: '+15550002222', name: '' }),
  step: fc.constantFrom<ReplyStep[]>(
    'listening',
    'choosing',
    'keyingNumber',
    'confirmingNumber',
    'hearingGreeting',
    'leavingVoicemail',
    'hearingGoodbye',
  ),
  why: fc.constantFrom<UnansweredReason[]>('nobodySignedIn', 'allDeclined', 'timedOut', 'closed'),
  reason: fc.constantFrom(...endReasons),
  note: fc.string({ maxLength: 12 }),
});

const plain =
  <Type extends CallEventType>(type: Type) =>
  (_: Draw, at: number) => ({ type, at });

const makers: { readonly [Type in CallEventType]: (draw: Draw, at: number) => CallEventOf<Type> } = {
  arrived: ({ pick }, at) => ({
    type: 'arrived',
    at,
    id: 'call-1',
    direction: 'inbound',
    caller: { number: '+15550001111', name: 'Jane Caller', withheld: false, divertedFrom: null },
    dialled: '5550100',
    queue: pick % 3 === 0 ? null : { id: 'main', name: 'Reception' },
  }),
  placed: ({ agent, pick }, at) => ({
    type: 'placed',
    at,
    id: 'call-1',
    by: agent,
    caller: { number: '+15550001111', name: null, withheld: false, divertedFrom: null },
    dialled: '+15550001111',
    queue: pick % 3 === 0 ? null : { id: 'main', name: 'Reception' },
  }),
  dialled: plain('dialled'),
  alerted: plain('alerted'),
  offered: ({ agent }, at) => ({ type: 'offered', at, to: agent }),
  declined: ({ agent }, at) => ({ type: 'declined', at, consoleId: agent.consoleId }),
  offerLost: ({ agent }, at) => ({ type: 'offerLost', at, consoleId: agent.consoleId }),
  answered: ({ agent }, at) => ({ type: 'answered', at, by: agent }),
  wentUnanswered: ({ why }, at) => ({ type: 'wentUnanswered', at, why }),
  heldByUs: plain('heldByUs'),
  heldByThem: plain('heldByThem'),
  resumed: plain('resumed'),
  parked: ({ agent, pick }, at) => ({ type: 'parked', at, slot: String(700 + (pick % 10)), by: agent }),
  retrieved: ({ agent }, at) => ({ type: 'retrieved', at, by: agent }),
  consultStarted: ({ target }, at) => ({ type: 'consultStarted', at, target }),
  consultAnswered: plain('consultAnswered'),
  consultCancelled: plain('consultCancelled'),
  transferStarted: ({ target }, at) => ({ type: 'transferStarted', at, target }),
  transferCompleted: plain('transferCompleted'),
  transferFailed: (_, at) => ({ type: 'transferFailed', at, why: 'noAnswer' }),
  replyStarted: ({ agent }, at) => ({ type: 'replyStarted', at, by: agent, replyId: 'reply-1' }),
  replyStepped: ({ step, pick }, at) => ({
    type: 'replyStepped',
    at,
    step,
    heard: 1 + (pick % 2),
    digits: step === 'keyingNumber' ? String(pick % 10) : '',
  }),
  replyAnswered: plain('replyAnswered'),
  voicemailStarted: plain('voicemailStarted'),
  voicemailLeft: plain('voicemailLeft'),
  recordingStarted: plain('recordingStarted'),
  recordingPaused: plain('recordingPaused'),
  recordingResumed: plain('recordingResumed'),
  recordingStopped: plain('recordingStopped'),
  recordingFailed: ({ pick }, at) => ({
    type: 'recordingFailed',
    at,
    why: pick % 2 === 0 ? 'storageFull' : 'storageUnavailable',
  }),
  muted: plain('muted'),
  unmuted: plain('unmuted'),
  noted: ({ note }, at) => ({ type: 'noted', at, note }),
  legLost: plain('legLost'),
  rejoined: ({ agent }, at) => ({ type: 'rejoined', at, by: agent }),
  ended: ({ reason }, at) => ({ type: 'ended', at, reason }),
};

export const makeEvent = (type: CallEventType, draw: Draw, at: number): CallEvent => makers[type](draw, at);

/** Any event at all, whatever the call. */
export const eventArbitrary: fc.Arbitrary<CallEvent> = fc
  .tuple(fc.constantFrom(...callEventTypes), drawArbitrary, fc.nat({ max: 1_000_000 }))
  .map(([type, draw, at]) => makeEvent(type, draw, at));
