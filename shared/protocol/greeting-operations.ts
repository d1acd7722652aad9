import { z } from 'zod';
import { nothing, operation, type Operation, sound } from './operation.ts';

export const greetingKindSchema = z.enum(['unanswered', 'closed']);

/** A sound that somebody put in as a greeting; `at` is when (ms since the epoch). */
export const ownGreetingSchema = z
  .object({ id: z.string(), lengthMs: z.number().int(), at: z.number().int() })
  .meta({ id: 'OwnGreeting' });

/** What a queue has of its own; null: its text, or the usual words, are spoken. */
export const ownGreetingsSchema = z.object({
  unanswered: ownGreetingSchema.nullable(),
  closed: ownGreetingSchema.nullable(),
});

/** The largest file that is taken, in bytes. */
export const largestGreeting = 5 * 1024 * 1024;

const params = z.object({ id: z.string().regex(/^[\w-]{1,64}$/, 'This is not an id.'), kind: greetingKindSchema });

/** What callers hear before the tone after which they leave a message. */
export const greetingOperations = {
  saveGreeting: operation({
    method: 'POST',
    path: '/api/v1/queues/:id/greeting/:kind',
    summary:
      'Put in a sound as a greeting: the body is a WAV or MP3 file of at most 5 MB and two minutes, as audio/wav, audio/mpeg or application/octet-stream (administrators)',
    params,
    answer: ownGreetingSchema,
    status: 200,
    errors: [
      'forbidden',
      'noSuchQueue',
      'notASound',
      'soundTooLarge',
      'soundTooLong',
      'soundToolsBusy',
      'storageFull',
      'soundUnavailable',
    ],
  }),
  greeting: operation({
    method: 'GET',
    path: '/api/v1/queues/:id/greeting/:kind',
    summary: 'The sound that was put in, as callers hear it: a WAV file, 8 kHz (administrators)',
    params,
    answer: sound,
    status: 200,
    errors: ['forbidden', 'noSuchQueue', 'noGreeting', 'soundUnavailable'],
  }),
  removeGreeting: operation({
    method: 'DELETE',
    path: '/api/v1/queues/:id/greeting/:kind',
    summary: 'Forget the sound: the text of the queue, or the usual words, are spoken again (administrators)',
    params,
    answer: nothing,
    status: 204,
    errors: ['forbidden', 'noSuchQueue', 'noGreeting'],
  }),
} as const satisfies Record<string, Operation>;
