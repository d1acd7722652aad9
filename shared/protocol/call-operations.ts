import { z } from 'zod';
import { callFilterSchema } from './call-filter.ts';
import { callEventSchema, callSchema } from './call-schemas.ts';
import { nothing, operation, type Operation, sound } from './operation.ts';
import { keptQualitySchema, qualitySchema } from './quality.ts';
import { recordingSchema } from './recordings.ts';
import { replySchema } from './replies.ts';

const callId = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'This is not a call id.') });
const callErrors = ['noSuchCall', 'notYourCall', 'notAllowedNow', 'pbxUnavailable'] as const;
const callCommand = <Path extends `/api/v1/${string}`>(path: Path, summary: string) =>
  operation({ method: 'POST', path, summary, params: callId, answer: nothing, status: 202, errors: callErrors });

/** By whoever has the call. What becomes of it is an event. */
const recordingCommand = <Path extends `/api/v1/${string}`, More extends 'recordingOff' | 'recordingAlways' = never>(
  path: Path,
  summary: string,
  ...more: readonly More[]
) =>
  operation({
    method: 'POST',
    path,
    summary,
    params: callId,
    answer: nothing,
    status: 202,
    errors: [...callErrors, 'recordingFailed' as const, ...more],
  });

/** What is done with calls. */
export const callOperations = {
  calls: operation({
    method: 'GET',
    path: '/api/v1/calls',
    summary: 'The calls you may see, the latest first, live ones included, and how many there are',
    query: callFilterSchema.extend({
      limit: z.coerce.number('The limit is a number.').int().min(1).max(200).default(50),
      /** How many have been had already: a page may be a few longer than its limit. */
      offset: z.coerce.number('The offset is a number.').int().min(0).max(1_000_000).default(0),
      /** The same as `to`. */
      before: z.coerce.number('The time is a number.').int().optional(),
    }),
    answer: z.object({ calls: z.array(callSchema).readonly(), total: z.number().int() }),
    status: 200,
    errors: [],
  }),
  exportCalls: operation({
    method: 'GET',
    path: '/api/v1/calls.csv',
    summary: 'The calls you may see as a file of comma-separated values (RFC 4180), the latest first, at most 100,000',
    query: callFilterSchema,
    answer: sound,
    status: 200,
    errors: [],
  }),
  call: operation({
    method: 'GET',
    path: '/api/v1/calls/:id',
    summary: 'One call and its whole story',
    params: callId,
    answer: z.object({
      call: callSchema,
      events: z.array(callEventSchema).readonly(),
      /** What the browsers measured, in order: one entry for each time somebody of ours was on the line. */
      quality: z.array(keptQualitySchema).readonly(),
      /** What was recorded of it, the earliest first: those you may hear. */
      recordings: z.array(recordingSchema).readonly(),
      /** What was said to the caller and what they answered, the earliest first. */
      replies: z.array(replySchema).readonly(),
    }),
    status: 200,
    errors: ['noSuchCall'],
  }),
  placeCall: operation({
    method: 'POST',
    path: '/api/v1/calls',
    summary: 'Call a number from this desk: its phone is taken into the call first, and the call it has is held',
    body: z.object({
      /** As it was keyed or written: national in the country of this reception, or with a plus. */
      number: z.string().trim().min(1, 'Give the number to call.').max(40, 'This is too long for a telephone number.'),
      /** The reply this calls back for: the call belongs to its queue. */
      replyId: z
        .string()
        .regex(/^[0-9a-f]{32}$/, 'This is not a reply id.')
        .optional(),
      /** The recording or the call this calls back for: a message, a call that was missed. */
      recordingId: z
        .string()
        .regex(/^[0-9a-f]{32}$/, 'This is not a recording id.')
        .optional(),
      callId: callId.shape.id.optional(),
      /**
       * The entry of the worklist this calls back for: whoever calls is its owner from now on. Without it, it is the one that is
       * open for the caller of the reply, the recording or the call, if any.
       */
      workItemId: z
        .string()
        .regex(/^[0-9a-f]{32}$/, 'This is not an id of the worklist.')
        .optional(),
      /** Also when a colleague owns it. */
      takeOver: z.boolean().default(false),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    errors: [
      'invalidNumber',
      'numberNotAllowed',
      'noTrunk',
      'deskNotReady',
      'busy',
      'tooManyCalls',
      'noSuchReply',
      'noSuchRecording',
      'noSuchCall',
      'noSuchWorkItem',
      'alreadyOwned',
      'pbxUnavailable',
    ],
  }),
  dialling: operation({
    method: 'GET',
    path: '/api/v1/dialling',
    summary: 'Whether calls can be placed from here, and in which country numbers without a plus are',
    answer: z.object({
      possible: z.boolean(),
      /** ISO 3166-1 alpha-2. */
      country: z.string().length(2),
    }),
    status: 200,
    errors: [],
  }),
  answer: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/answer',
    summary: 'Bring a waiting or ringing call to this desk; its phone takes it by itself, and the call it has is held',
    params: callId,
    answer: nothing,
    status: 202,
    errors: [...callErrors, 'deskNotReady'],
  }),
  hold: callCommand('/api/v1/calls/:id/hold', 'Hold the caller, with music'),
  resume: callCommand('/api/v1/calls/:id/resume', 'Go back to a held caller; the call this desk has is held'),
  reject: callCommand('/api/v1/calls/:id/reject', 'Stop ringing this console; the others go on'),
  hangUp: callCommand('/api/v1/calls/:id/hang-up', 'End the call'),
  mute: callCommand('/api/v1/calls/:id/mute', 'Say that this desk is muted'),
  unmute: callCommand('/api/v1/calls/:id/unmute', 'Say that this desk is heard again'),
  rejoin: callCommand('/api/v1/calls/:id/rejoin', 'Go back into a call whose browser went away'),
  startRecording: recordingCommand(
    '/api/v1/calls/:id/recording/start',
    'Record the call, the caller and our side apart; the caller is told as the rule of their queue wants it',
    'recordingOff',
  ),
  pauseRecording: recordingCommand(
    '/api/v1/calls/:id/recording/pause',
    'Record silence instead of what is said: card numbers',
  ),
  resumeRecording: recordingCommand('/api/v1/calls/:id/recording/resume', 'Record what is said again'),
  stopRecording: recordingCommand(
    '/api/v1/calls/:id/recording/stop',
    'Record the call no longer; what was recorded is in the list within seconds',
    'recordingAlways',
  ),
  sendToVoicemail: callCommand(
    '/api/v1/calls/:id/voicemail',
    'Let a caller who waits, or whom you have, leave a message',
  ),
  note: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/note',
    summary: 'Write the note of the call; of one that is over, whoever had it may',
    params: callId,
    body: z.object({ note: z.string().max(4000) }),
    answer: nothing,
    status: 202,
    errors: callErrors,
  }),
  earlierCalls: operation({
    method: 'GET',
    path: '/api/v1/calls/:id/earlier',
    summary: 'The latest earlier calls of the same caller',
    params: callId,
    answer: z.object({ calls: z.array(callSchema).readonly() }),
    status: 200,
    errors: ['noSuchCall'],
  }),
  quality: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/quality',
    summary: 'What this desk’s browser measured of its audio, to be kept with the call',
    params: callId,
    body: qualitySchema,
    answer: nothing,
    status: 202,
    errors: ['noSuchCall', 'notYourCall'],
  }),
} as const satisfies Record<string, Operation>;
