import { z } from 'zod';
import { areApart } from '../opening-hours/hours.ts';
import { ownGreetingsSchema } from './greeting-operations.ts';

const id = z.string().regex(/^[\w-]{1,64}$/, 'This is not an id.');
/** Whom a queue rings, by user id. */
export const memberIdsSchema = z.array(id).max(500).readonly();
const minute = z.number().int().min(0).max(1440);

const opensBeforeItCloses = 'It opens before it closes.';
const overlaps = 'Two times of one day overlap.';

/** Open from minute `from` to minute `to` of a day (0 to 1440) on that weekday; 1 is Monday (ISO 8601). */
export const openSpanSchema = z
  .object({ weekday: z.number().int().min(1).max(7), from: minute, to: minute })
  .refine(({ from, to }) => from < to, opensBeforeItCloses);

const weekSchema = z
  .array(openSpanSchema)
  .max(70)
  .readonly()
  .refine(
    (spans) => [1, 2, 3, 4, 5, 6, 7].every((day) => areApart(spans.filter((one) => one.weekday === day))),
    overlaps,
  );

const daySpanSchema = z.object({ from: minute, to: minute }).refine(({ from, to }) => from < to, opensBeforeItCloses);

/** Days that are not as their weekday is: closed without spans, else open at those times alone. */
export const openExceptionSchema = z
  .object({
    from: z.iso.date('This is not a date.'),
    to: z.iso.date('This is not a date.'),
    spans: z.array(daySpanSchema).max(10).readonly().refine(areApart, overlaps),
  })
  .refine(({ from, to }) => from <= to, 'The last day is not before the first.');

const exceptionsSchema = z
  .array(openExceptionSchema)
  .max(200)
  .readonly()
  .refine(
    (all) =>
      all.every((one, index) => all.every((other, at) => at <= index || one.to < other.from || other.to < one.from)),
    'Two exceptions are about the same day.',
  );

const timeZone = z.string().refine(isTimeZone, 'This is not a time zone like Europe/Oslo.');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // What the runtime has no time zone for is not one.
    return false;
  }
}

const days = z.number().int().min(1, 'At least one day.').max(3650, 'At most ten years.').nullable();

/** Which calls of a queue are recorded, what the caller is told of it, and how long recordings are kept (null: for ever). */
export const recordingRuleSchema = z.object({
  when: z.enum(['never', 'onDemand', 'always']),
  notice: z.enum(['none', 'beep', 'announcement']),
  keepDays: days,
});

/** What callers nobody can take are offered. */
export const voicemailRuleSchema = z.object({
  /** To callers nobody took. */
  unanswered: z.boolean(),
  /** To callers outside the opening hours. */
  closed: z.boolean(),
  /** Spoken before the tone unless a sound of their own was put in; empty: the usual words. */
  greeting: z.string().trim().max(600),
  keepDays: days,
  /** Each voicemail goes here as well, where e-mail is set up. */
  emailTo: z.union([z.literal(''), z.email('This is not an e-mail address.')]),
});

type Rules = {
  readonly recording: z.output<typeof recordingRuleSchema>;
  readonly voicemail: z.output<typeof voicemailRuleSchema>;
};

/** What holds for a queue nobody has said anything of. */
export const usualRules: Rules = {
  recording: { when: 'onDemand', notice: 'none', keepDays: 90 },
  voicemail: { unanswered: true, closed: true, greeting: '', keepDays: 30, emailTo: '' },
};

export const queueSchema = z
  .object({
    id,
    name: z.string().trim().min(1, 'Enter a name.').max(60),
    /** How long a caller rings or waits before being told that nobody can take the call. */
    answerWithinSeconds: z.number().int().min(5, 'At least 5 seconds.').max(600, 'At most 10 minutes.'),
    /** Null: always open. An empty list: never. */
    openingHours: weekSchema.nullable(),
    exceptions: exceptionsSchema.default([]),
    timeZone,
    recording: recordingRuleSchema,
    voicemail: voicemailRuleSchema,
  })
  .meta({ id: 'Queue' });

export const queueDetailsSchema = queueSchema.extend({
  memberIds: z.array(z.string()).readonly(),
  /** Which sounds of its own it has before the tone. */
  greetings: ownGreetingsSchema,
});
export type QueueDetails = z.infer<typeof queueDetailsSchema>;

export const numberSchema = z.object({
  number: z.string().regex(/^\+?\d{2,20}$/, 'A number is 2 to 20 digits, with a + before it or not.'),
  /** Null: its callers are refused, until it leads somewhere. */
  queueId: id.nullable(),
});
