import { z } from 'zod';
import type { WorkItem, WorkReason } from '../worklist/worklist.ts';

const time = z.number().int().nonnegative();
const person = z.object({ userId: z.string(), name: z.string() });

const reasonSchema = z.enum([
  'abandoned',
  'missed',
  'closed',
  'voicemail',
  'urgent',
  'yes',
  'no',
]) satisfies z.ZodType<WorkReason>;

/** A caller to be called back, as it goes over the wire: the very type of shared/worklist. */
export const workItemSchema = z
  .object({
    id: z.string(),
    version: z.number().int().positive(),
    callId: z.string(),
    queue: z.object({ id: z.string(), name: z.string() }).nullable(),
    caller: z.object({ number: z.string().nullable(), name: z.string().nullable(), withheld: z.boolean() }),
    missedAt: time,
    waitedMs: time,
    tries: z.number().int().positive(),
    what: reasonSchema,
    replyId: z.string().nullable(),
    recordingId: z.string().nullable(),
    callBackOn: z.string().nullable(),
    owner: person.nullable(),
    ownedAt: time.nullable(),
    dueAt: time.nullable(),
    done: z.object({ at: time, by: person, how: z.enum(['spoken', 'marked']) }).nullable(),
  })
  .meta({ id: 'WorkItem' }) satisfies z.ZodType<WorkItem>;
