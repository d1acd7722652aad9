import { z } from 'zod';
import { mostAmount, type ReplyPattern, type ReplyTime } from '../reply/pattern.ts';
import type { TimeWords } from '../reply/time-words.ts';
import { nothing, operation, type Operation, sound } from './operation.ts';
import { replyAnswerSchema, replySchema } from './replies.ts';

const id = (what: string) => z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, `This is not a ${what} id.`) });

/** The longest message, in characters, as is usual in the field: not quite two minutes. */
export const longestReply = 1500;

/** What a caller is to hear, in one line; what is sent is what is spoken. */
export const replyTextSchema = z
  .string()
  .max(10_000, `Write at most ${longestReply} characters.`)
  .transform((written) => written.replaceAll(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Write what the caller is to hear.')
      .max(longestReply, `Write at most ${longestReply} characters.`)
      .regex(/^\P{Cc}*$/u, 'There is a sign in it that nobody can speak.'),
  );

const unit = z.enum(['minutes', 'hours', 'days']);
const timeSchema = z.object({ amount: z.number().int().min(1).max(mostAmount), unit }) satisfies z.ZodType<ReplyTime>;
const direction = z.enum(['weCall', 'youCall']);
const patternSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('callYouBack'), direction, ...timeSchema.shape }),
  z.object({ kind: z.literal('callYouBackLater'), direction }),
  z.object({ kind: z.literal('onMyWay') }),
  z.object({ kind: z.literal('onTheOtherLine') }),
  z.object({ kind: z.literal('inAMeeting') }),
]) satisfies z.ZodType<ReplyPattern>;

const spoken = {
  /** BCP 47, of the message and the menu; the usual one unless said. */
  language: z.string().max(35).optional(),
  /** The id of a voice of the offer; the language's usual one unless said. */
  voice: z.string().max(64).optional(),
  /** 0.5 (slow) to 2 (fast). */
  speed: z.number().min(0.5).max(2).optional(),
};

/** Words of one's own, or a pattern that the server puts into words. */
const wordsSchema = z
  .object({
    text: replyTextSchema.optional(),
    /** When we call back, as the text promises it. A pattern says it itself. */
    callBackIn: timeSchema.optional(),
    pattern: patternSchema.optional(),
    ...spoken,
  })
  .refine((body) => (body.text === undefined) !== (body.pattern === undefined), 'Send either a text or a pattern.')
  .refine((body) => body.text !== undefined || body.callBackIn === undefined, 'A pattern says itself when we call.');

const speechErrors = [
  'speechEmpty',
  'speechUnspeakable',
  'speechTooLong',
  'unknownVoice',
  'unknownLanguage',
  'badSpeed',
  'speechUnavailable',
  'speechTimedOut',
  'promptNotStored',
] as const;

const voiceSchema = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  provider: z.string(),
  quality: z.string().optional(),
});

const timeWords = z.object({ one: z.string(), other: z.string() });
/** `timed` has `{time}` in the place of its time, where it names one that may be another. */
const offeredText = { text: z.string(), timed: z.string().exactOptional() };

/** What a receptionist may choose from; each language with its usual voice, and what is said often. */
const replyOfferSchema = z
  .object({
    longest: z.number().int(),
    voices: z.array(voiceSchema).readonly(),
    languages: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          voice: z.string(),
          /** What comes in the place of `{time}`: `one` for 1, else `other`, whose `{amount}` is the number. */
          times: z.object({ minutes: timeWords, hours: timeWords, days: timeWords }) satisfies z.ZodType<TimeWords>,
          templates: z.array(z.object({ id: z.string(), name: z.string(), ...offeredText })).readonly(),
          patterns: z.array(z.object({ pattern: patternSchema, ...offeredText })).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'ReplyOffer' });

/** Speaking to a caller nobody can take, and what they answer. */
export const replyOperations = {
  reply: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/reply',
    summary: 'Answer a waiting caller with spoken words, and let them answer by the keypad',
    params: id('call'),
    body: wordsSchema,
    answer: replySchema,
    status: 201,
    errors: ['noSuchCall', 'notAllowedNow', 'alreadyReplied', 'alreadyAnswered', 'pbxUnavailable', ...speechErrors],
  }),
  startReply: operation({
    method: 'POST',
    path: '/api/v1/calls/:id/reply/start',
    summary:
      'Say that you write a reply: the caller rings on for 25 seconds more, three minutes at most; say it every ten',
    params: id('call'),
    answer: nothing,
    status: 202,
    errors: ['noSuchCall', 'notAllowedNow'],
  }),
  replyOffer: operation({
    method: 'GET',
    path: '/api/v1/reply-offer',
    summary: 'The languages, voices, templates and patterns a reply can have',
    answer: replyOfferSchema,
    status: 200,
    errors: [],
  }),
  previewSpeech: operation({
    method: 'POST',
    path: '/api/v1/speech/preview',
    summary: 'The very sound the caller will hear: a WAV file, 8 kHz; X-Frontdesk-Voice names the voice that speaks',
    body: wordsSchema,
    answer: sound,
    status: 200,
    errors: speechErrors,
  }),
  replies: operation({
    method: 'GET',
    path: '/api/v1/replies',
    summary:
      'The replies of your queues and your own, the latest first; how many are open, their callers gone, and how many of these have an answer',
    query: z.object({
      state: z.enum(['open', 'handled']).optional(),
      answer: replyAnswerSchema.optional(),
      /** All but those with this answer: `none` leaves out whoever hung up. */
      without: replyAnswerSchema.optional(),
      /** Only those you sent. */
      by: z.literal('me').optional(),
      /** Part of a name, a number or the text. */
      search: z.string().max(200).optional(),
      limit: z.coerce.number('The limit is a number.').int().min(1).max(200).default(50),
      /** Sent before this time (ms since the epoch). */
      before: z.coerce.number('The time is a number.').int().optional(),
    }),
    answer: z.object({
      replies: z.array(replySchema).readonly(),
      open: z.number().int(),
      answered: z.number().int(),
    }),
    status: 200,
    errors: [],
  }),
  findReply: operation({
    method: 'GET',
    path: '/api/v1/replies/:id',
    summary: 'One reply as it is now; `result` is null while the caller is in the menu',
    params: id('reply'),
    answer: replySchema,
    status: 200,
    errors: ['noSuchReply'],
  }),
  handleReply: operation({
    method: 'POST',
    path: '/api/v1/replies/:id/handle',
    summary: 'Say that a reply is seen to, and so dismissed everywhere, or is not after all; who was first stays',
    params: id('reply'),
    /** Without a body: it is. */
    body: z.object({ done: z.boolean().default(true) }).nullable(),
    answer: replySchema,
    status: 200,
    errors: ['noSuchReply'],
  }),
  voicemail: operation({
    method: 'GET',
    path: '/api/v1/replies/:id/voicemail',
    summary: 'What the caller said: a WAV file, 8 kHz',
    params: id('reply'),
    answer: sound,
    status: 200,
    errors: ['noSuchReply', 'noSuchVoicemail', 'soundUnavailable'],
  }),
} as const satisfies Record<string, Operation>;
