import { z } from 'zod';

/**
 * What came of a call: `answered` by whoever, `missed` and `abandoned` when nobody took it, a message left in `voicemail`, `replied`
 * to, `notReached` of one we placed, or `live`.
 */
export const callEndingSchema = z.enum([
  'answered',
  'missed',
  'abandoned',
  'voicemail',
  'replied',
  'notReached',
  'live',
]);

const time = z.coerce.number('The time is a number.').int();

/** What the history is about; what is left out does not matter. */
export const callFilterSchema = z.object({
  /** Part of a name, a number or a note. */
  search: z.string().trim().max(200).optional(),
  /** Arrived at or after this time, and before that (ms since the epoch). */
  from: time.optional(),
  to: time.optional(),
  queueId: z.string().max(64).optional(),
  /** Who had it. */
  userId: z.string().max(64).optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  ending: callEndingSchema.optional(),
});
