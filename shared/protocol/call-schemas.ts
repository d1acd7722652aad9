import { z } from 'zod';
import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/call-event.ts';

const time = z.number().int().nonnegative();

const caller = z.object({
  number: z.string().nullable(),
  name: z.string().nullable(),
  withheld: z.boolean(),
  divertedFrom: z.string().nullable(),
});
const queue = z.object({ id: z.string(), name: z.string() });
const agent = z.object({ userId: z.string(), name: z.string(), consoleId: z.string() });
const target = z.object({ address: z.string(), name: z.string() });
const direction = z.enum(['inbound', 'outbound']);
const replyStep = z.enum([
  'listening',
  'choosing',
  'keyingNumber',
  'confirmingNumber',
  'hearingGreeting',
  'leavingVoicemail',
  'hearingGoodbye',
]);
const unansweredReason = z.enum(['nobodySignedIn', 'allDeclined', 'timedOut', 'closed']);
const endReason = z.enum([
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
]);

const base = {
  id: z.string(),
  direction,
  arrivedAt: time,
  caller,
  dialled: z.string(),
  queue: queue.nullable(),
  agent: agent.nullable(),
  answeredAt: time.nullable(),
  muted: z.boolean(),
  recording: z.enum(['off', 'on', 'paused', 'failed']),
  note: z.string(),
};
const state = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ ...base, state: z.literal(name), ...shape });

/** A call as it goes over the wire: the very type of the call machine. */
export const callSchema = z
  .discriminatedUnion('state', [
    state('queued', { since: time }),
    state('ringing', { since: time, offers: z.array(agent).readonly() }),
    state('dialling', { since: time, progress: z.enum(['desk', 'dialled', 'alerting']) }),
    state('talking', { since: time }),
    state('held', { since: time, by: z.enum(['us', 'them', 'legLost']) }),
    state('consulting', { since: time, target, answered: z.boolean() }),
    state('transferring', { since: time, target }),
    state('parked', { since: time, slot: z.string(), by: agent }),
    state('replying', {
      since: time,
      by: agent,
      replyId: z.string(),
      step: replyStep,
      stepSince: time,
      heard: z.number().int().positive(),
      digits: z.string(),
      // Calls that were in the menu before this was known of them.
      answered: z.boolean().default(false),
    }),
    state('voicemail', { since: time }),
    state('unanswered', { since: time, why: unansweredReason }),
    state('ended', { at: time, reason: endReason }),
  ])
  .meta({ id: 'Call' }) satisfies z.ZodType<Call>;

const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), at: time, ...shape });

const beginning = { id: z.string(), caller, dialled: z.string(), queue: queue.nullable() };

/** What happened to a call, as it goes over the wire. */
export const callEventSchema = z
  .discriminatedUnion('type', [
    event('arrived', { ...beginning, direction: z.literal('inbound') }),
    event('placed', { ...beginning, by: agent }),
    event('dialled', {}),
    event('alerted', {}),
    event('offered', { to: agent }),
    event('declined', { consoleId: z.string() }),
    event('offerLost', { consoleId: z.string() }),
    event('answered', { by: agent }),
    event('wentUnanswered', { why: unansweredReason }),
    event('heldByUs', {}),
    event('heldByThem', {}),
    event('resumed', {}),
    event('parked', { slot: z.string(), by: agent }),
    event('retrieved', { by: agent }),
    event('consultStarted', { target }),
    event('consultAnswered', {}),
    event('consultCancelled', {}),
    event('transferStarted', { target }),
    event('transferCompleted', {}),
    event('transferFailed', { why: z.string() }),
    event('replyStarted', { by: agent, replyId: z.string() }),
    event('replyStepped', { step: replyStep, heard: z.number().int().positive(), digits: z.string() }),
    event('replyAnswered', {}),
    event('voicemailStarted', {}),
    event('voicemailLeft', {}),
    event('recordingStarted', { notice: z.enum(['beep', 'announcement']).exactOptional() }),
    event('recordingPaused', {}),
    event('recordingResumed', {}),
    event('recordingStopped', {}),
    event('recordingFailed', { why: z.enum(['storageFull', 'storageUnavailable', 'pbxRefused']) }),
    event('muted', {}),
    event('unmuted', {}),
    event('noted', { note: z.string() }),
    event('legLost', {}),
    event('rejoined', { by: agent }),
    event('ended', { reason: endReason }),
  ])
  .meta({ id: 'CallEvent' }) satisfies z.ZodType<CallEvent>;
