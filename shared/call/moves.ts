import type { Call, CallIn, CallState } from './call.ts';
import type { CallEventOf, CallEventType } from './call-event.ts';
import {
  talk,
  answer,
  dropOffer,
  hold,
  whileAnswered,
  always,
  untilTheEnd,
  dialOn,
  startReply,
  stepReply,
  answerReply,
  startVoicemail,
  goUnanswered,
  startTransfer,
  startConsult,
  park,
  loseLeg,
  failTransfer,
  completeTransfer,
  leaveVoicemail,
  ringFirst,
} from './steps.ts';

/**
 * One legal move: the states it may lead to, and how. `apply` answers undefined where this very call does not
 * allow it (an answer from a console that was never asked), which counts as illegal.
 */
export type Move<From extends CallState, Type extends CallEventType> = {
  readonly to: readonly CallState[];
  readonly apply: (call: CallIn<From>, event: CallEventOf<Type>) => Call | undefined;
};

type Moves = {
  readonly [From in CallState]: { readonly [Type in CallEventType]?: Move<From, Type> };
};

/** Every legal move of a call. The buttons, the state diagram and the property tests all read this one table. */
export const moves: Moves = {
  queued: {
    ...always('queued'),
    offered: ringFirst,
    wentUnanswered: goUnanswered,
    replyStarted: startReply,
    voicemailStarted: startVoicemail,
    transferStarted: startTransfer,
  },
  ringing: {
    ...always('ringing'),
    offered: {
      to: ['ringing'],
      apply: (call, { to }) =>
        call.offers.some((offer) => offer.consoleId === to.consoleId)
          ? undefined
          : { ...call, offers: [...call.offers, to] },
    },
    declined: { to: ['ringing', 'queued'], apply: (call, { consoleId, at }) => dropOffer(call, consoleId, at) },
    offerLost: { to: ['ringing', 'queued'], apply: (call, { consoleId, at }) => dropOffer(call, consoleId, at) },
    answered: {
      to: ['talking'],
      apply: (call, { by, at }) =>
        call.offers.some((offer) => offer.consoleId === by.consoleId) ? answer(call, by, at) : undefined,
    },
    wentUnanswered: goUnanswered,
    replyStarted: startReply,
    voicemailStarted: startVoicemail,
    transferStarted: startTransfer,
  },
  dialling: {
    ...untilTheEnd('dialling'),
    dialled: { to: ['dialling'], apply: dialOn('desk', 'dialled') },
    alerted: { to: ['dialling'], apply: dialOn('dialled', 'alerting') },
    /** By the person who placed it; nobody can answer before the number was dialled. */
    answered: {
      to: ['talking'],
      apply: (call, { by, at }) =>
        call.progress !== 'desk' && call.agent?.consoleId === by.consoleId ? answer(call, by, at) : undefined,
    },
  },
  talking: {
    ...always('talking'),
    ...whileAnswered('talking'),
    heldByUs: { to: ['held'], apply: (call, { at }) => hold(call, 'us', at) },
    heldByThem: { to: ['held'], apply: (call, { at }) => hold(call, 'them', at) },
    parked: park,
    consultStarted: startConsult,
    transferStarted: startTransfer,
    voicemailStarted: startVoicemail,
    replyStarted: startReply,
    legLost: loseLeg,
  },
  held: {
    ...always('held'),
    ...whileAnswered('held'),
    heldByUs: { to: ['held'], apply: (call, { at }) => (call.by === 'them' ? hold(call, 'us', at) : undefined) },
    resumed: { to: ['talking'], apply: (call, { at }) => (call.by === 'legLost' ? undefined : talk(call, at)) },
    rejoined: {
      to: ['talking'],
      apply: (call, { by, at }) => (call.by === 'legLost' ? answer(call, by, at) : undefined),
    },
    /** The console stayed away: the caller on the music is offered to the others. */
    offered: {
      to: ['ringing'],
      apply: (call, event) => (call.by === 'legLost' ? ringFirst.apply(call, event) : undefined),
    },
    legLost: { to: ['held'], apply: (call, { at }) => (call.by === 'legLost' ? undefined : hold(call, 'legLost', at)) },
    parked: park,
    consultStarted: startConsult,
    transferStarted: startTransfer,
    voicemailStarted: startVoicemail,
  },
  consulting: {
    ...always('consulting'),
    ...whileAnswered('consulting'),
    consultAnswered: { to: ['consulting'], apply: (call) => (call.answered ? undefined : { ...call, answered: true }) },
    consultCancelled: { to: ['held'], apply: (call, { at }) => hold(call, 'us', at) },
    transferStarted: startTransfer,
    /** The caller is not let go before somebody has taken them. */
    transferCompleted: {
      to: ['ended'],
      apply: (call, event) => (call.answered ? completeTransfer.apply(call, event) : undefined),
    },
    legLost: loseLeg,
  },
  transferring: {
    ...always('transferring'),
    transferCompleted: completeTransfer,
    transferFailed: failTransfer,
    retrieved: { to: ['talking'], apply: (call, { by, at }) => answer(call, by, at) },
    voicemailStarted: startVoicemail,
  },
  parked: {
    ...always('parked'),
    retrieved: { to: ['talking'], apply: (call, { by, at }) => answer(call, by, at) },
    transferFailed: failTransfer,
  },
  replying: {
    ...always('replying'),
    replyStepped: { to: ['replying'], apply: stepReply },
    replyAnswered: { to: ['replying'], apply: answerReply },
    voicemailStarted: startVoicemail,
    offered: ringFirst,
  },
  voicemail: {
    ...always('voicemail'),
    voicemailLeft: leaveVoicemail,
    offered: ringFirst,
  },
  unanswered: { ...always('unanswered'), voicemailStarted: startVoicemail },
  ended: {
    /** Whoever had the call may finish their sentence. */
    noted: { to: ['ended'], apply: (call, { note }) => ({ ...call, note }) },
  },
};
