import { z } from 'zod';
import type { Reply, ReplyAnswer } from '../reply/reply.ts';
import type { ReplyResult } from '../reply/result.ts';

const time = z.number().int().nonnegative();
const person = z.object({ userId: z.string(), name: z.string() });
const who = { Phn: z.string(), Nm: z.string() };

const replyResultSchema = z
  .union([
    z.object({ ...who, Sts: z.literal('0'), Resp: z.enum(['0', '1', '2']), ExtNfo: z.literal('') }),
    z.object({ ...who, Sts: z.literal('0'), Resp: z.literal('3'), ExtNfo: z.string().regex(/^\+?\d{3,20}$/) }),
    z.object({ ...who, Sts: z.literal('1'), Resp: z.literal('0'), ExtNfo: z.literal('') }),
  ])
  .meta({ id: 'ReplyResult' }) satisfies z.ZodType<ReplyResult>;

export const replyAnswerSchema = z.enum(['yes', 'no', 'urgent', 'voicemail', 'none']) satisfies z.ZodType<ReplyAnswer>;

/** A reply as it goes over the wire: the very type of shared/reply. */
export const replySchema = z
  .object({
    id: z.string(),
    version: z.number().int().positive(),
    callId: z.string(),
    queue: z.object({ id: z.string(), name: z.string() }).nullable(),
    caller: z.object({ number: z.string().nullable(), name: z.string().nullable(), withheld: z.boolean() }),
    by: person,
    sentAt: time,
    text: z.string(),
    language: z.string(),
    voice: z.string(),
    fellBack: z.boolean(),
    messageMs: time.nullable(),
    answer: replyAnswerSchema.nullable(),
    result: replyResultSchema.nullable(),
    answeredAt: time.nullable(),
    voicemail: z.object({ id: z.string(), lengthMs: time }).nullable(),
    promisedAt: time.optional(),
    asksNothing: z.boolean().optional(),
    handled: z.object({ at: time, by: person }).nullable(),
  })
  .meta({ id: 'Reply' }) satisfies z.ZodType<Reply>;
