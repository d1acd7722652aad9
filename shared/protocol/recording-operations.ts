import { z } from 'zod';
import { nothing, operation, type Operation, sound } from './operation.ts';
import { peaksSchema, recordingKindSchema, recordingSchema, transcriptSchema } from './recordings.ts';

const hexId = (what: string) => z.string().regex(/^[0-9a-f]{32}$/, `This is not a ${what} id.`);
const recordingId = z.object({ id: hexId('recording') });
const time = z.coerce.number('The time is a number.').int();
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
/** Of a share link: lets somebody of the house in who has no right of their own. */
const share = z
  .string()
  .regex(/^[\w-]{43}$/, 'This is not a share link.')
  .optional();
const unheard = ['noSuchRecording', 'soundUnavailable'] as const;

/** What the list is about; what is left out does not matter. */
export const recordingFilterSchema = z.object({
  kind: recordingKindSchema.optional(),
  /** Words, or parts of words, of names, numbers, notes and transcripts; all of them must be there. */
  search: z.string().trim().max(200).optional(),
  /** Begun at or after this time, and before that (ms since the epoch). */
  from: time.optional(),
  to: time.optional(),
  queueId: z.string().max(64).optional(),
  /** Who of ours talked. */
  userId: z.string().max(64).optional(),
  /** Milliseconds. */
  shortest: z.coerce.number('The length is a number.').int().nonnegative().optional(),
  longest: z.coerce.number('The length is a number.').int().nonnegative().optional(),
  /** Of voicemails. */
  handled: flag.optional(),
});

/** What was recorded, for those who may hear it. */
export const recordingOperations = {
  recordings: operation({
    method: 'GET',
    path: '/api/v1/recordings',
    summary: 'The recordings and voicemails you may hear, the latest first, and how many there are',
    query: recordingFilterSchema.extend({
      limit: z.coerce.number('The limit is a number.').int().min(1).max(200).default(50),
      offset: z.coerce.number('The offset is a number.').int().min(0).max(1_000_000).default(0),
    }),
    answer: z.object({
      recordings: z.array(recordingSchema).readonly(),
      total: z.number().int(),
      /** Voicemails nobody has dealt with, whatever the filter. */
      newVoicemails: z.number().int(),
    }),
    status: 200,
    errors: [],
  }),
  recording: operation({
    method: 'GET',
    path: '/api/v1/recordings/:id',
    summary: 'One recording, and who has heard, fetched or shared it',
    params: recordingId,
    query: z.object({ share }),
    answer: z.object({
      recording: recordingSchema,
      /** The latest first. */
      heardBy: z
        .array(z.object({ at: z.number().int(), name: z.string(), what: z.enum(['heard', 'downloaded', 'shared']) }))
        .readonly(),
      /** False: the MP3 is still being made. */
      mp3: z.boolean(),
      /** Note, mark, handle, share, transcribe: not by a link that somebody shared. */
      mayChange: z.boolean(),
      /** Supervisors and administrators; also keep it beyond its time. */
      mayDelete: z.boolean(),
      /** Somebody transcribes here now: a recording made before that can be written down as well. */
      transcribes: z.boolean(),
    }),
    status: 200,
    errors: ['noSuchRecording'],
  }),
  recordingSound: operation({
    method: 'GET',
    path: '/api/v1/recordings/:id/sound',
    summary: 'The sound, whole or in ranges (RFC 9110): WAV at once, MP3 as soon as it is made',
    params: recordingId,
    query: z.object({
      format: z.enum(['wav', 'mp3']).default('wav'),
      /** To be saved as a file under a name of its own. */
      download: flag.default(false),
      share,
    }),
    answer: sound,
    status: 200,
    partial: true,
    soundTypes: ['audio/wav', 'audio/mpeg'],
    errors: [...unheard, 'notYetEncoded', 'badRange'],
  }),
  recordingPeaks: operation({
    method: 'GET',
    path: '/api/v1/recordings/:id/peaks',
    summary: 'How loud it is over its length, for the picture',
    params: recordingId,
    query: z.object({ share }),
    answer: peaksSchema,
    status: 200,
    errors: unheard,
  }),
  recordingTranscript: operation({
    method: 'GET',
    path: '/api/v1/recordings/:id/transcript',
    summary: 'What was said, word by word with times; null while there is nothing',
    params: recordingId,
    query: z.object({ share }),
    answer: z.object({ transcript: transcriptSchema.nullable() }),
    status: 200,
    errors: ['noSuchRecording'],
  }),
  transcribe: operation({
    method: 'POST',
    path: '/api/v1/recordings/:id/transcribe',
    summary: 'Write down what was said, once more if it was',
    params: recordingId,
    answer: recordingSchema,
    status: 200,
    errors: ['noSuchRecording', 'transcriptsOff'],
  }),
  noteRecording: operation({
    method: 'POST',
    path: '/api/v1/recordings/:id/note',
    summary: 'Write the note of a recording',
    params: recordingId,
    body: z.object({ note: z.string().max(4000) }),
    answer: recordingSchema,
    status: 200,
    errors: ['noSuchRecording'],
  }),
  markRecording: operation({
    method: 'POST',
    path: '/api/v1/recordings/:id/marks',
    summary: 'Set a mark',
    params: recordingId,
    body: z.object({ atMs: z.number().int().nonnegative(), text: z.string().trim().max(80) }),
    answer: recordingSchema,
    status: 200,
    errors: ['noSuchRecording', 'tooManyMarks'],
  }),
  unmarkRecording: operation({
    method: 'DELETE',
    path: '/api/v1/recordings/:id/marks/:markId',
    summary: 'Take away a mark that somebody set; those of the call stay',
    params: recordingId.extend({ markId: hexId('mark') }),
    answer: recordingSchema,
    status: 200,
    errors: ['noSuchRecording', 'noSuchMark'],
  }),
  handleRecording: operation({
    method: 'POST',
    path: '/api/v1/recordings/:id/handle',
    summary: 'Say that a voicemail is dealt with, or is not after all; who was first stays',
    params: recordingId,
    body: z.object({ handled: z.boolean().default(true) }),
    answer: recordingSchema,
    status: 200,
    errors: ['noSuchRecording'],
  }),
  exemptRecording: operation({
    method: 'POST',
    path: '/api/v1/recordings/:id/exempt',
    summary: 'Keep a recording beyond its time, or no longer (supervisors)',
    params: recordingId,
    body: z.object({ exempt: z.boolean() }),
    answer: recordingSchema,
    status: 200,
    errors: ['noSuchRecording', 'forbidden'],
  }),
  deleteRecording: operation({
    method: 'DELETE',
    path: '/api/v1/recordings/:id',
    summary: 'Delete a recording, its sound and its transcript for good (supervisors)',
    params: recordingId,
    answer: nothing,
    status: 204,
    errors: ['noSuchRecording', 'forbidden', 'recordingExempt', 'soundUnavailable'],
  }),
  shareRecording: operation({
    method: 'POST',
    path: '/api/v1/recordings/:id/share',
    summary: 'A link that lets anybody who signs in here hear this recording, for some days',
    params: recordingId,
    body: z.object({ days: z.number().int().min(1).max(30).default(7) }),
    answer: z.object({ path: z.string(), expiresAt: z.number().int() }),
    status: 201,
    errors: ['noSuchRecording'],
  }),
} as const satisfies Record<string, Operation>;
