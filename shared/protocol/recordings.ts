import { z } from 'zod';
import type { Mark, Recording, Transcript, Word } from '../recording/recording.ts';

const time = z.number().int().nonnegative();
const person = z.object({ userId: z.string(), name: z.string() });
const deed = z.object({ at: time, by: person });

const markKind = z.enum([
  'announced',
  'paused',
  'resumed',
  'held',
  'unheld',
  'transferred',
  'answered',
  'legLost',
  'custom',
]);
const markSchema = z.object({
  id: z.string(),
  atMs: time,
  kind: markKind,
  text: z.string(),
}) satisfies z.ZodType<Mark>;

export const recordingKindSchema = z.enum(['call', 'voicemail']);

/** A recording as it goes over the wire: the very type of shared/recording. */
export const recordingSchema = z
  .object({
    id: z.string(),
    version: z.number().int().positive(),
    kind: recordingKindSchema,
    callId: z.string(),
    queue: z.object({ id: z.string(), name: z.string() }).nullable(),
    caller: z.object({ number: z.string().nullable(), name: z.string().nullable(), withheld: z.boolean() }),
    people: z.array(person).readonly(),
    startedAt: time,
    lengthMs: time,
    channels: z.union([z.literal(1), z.literal(2)]),
    cut: z.boolean(),
    marks: z.array(markSchema).readonly(),
    note: z.string(),
    keepUntil: time.nullable(),
    exempt: deed.nullable(),
    handled: deed.nullable(),
    transcript: z.enum(['off', 'pending', 'ready', 'failed']),
  })
  .meta({ id: 'Recording' }) satisfies z.ZodType<Recording>;

const wordSchema = z.object({
  channel: z.union([z.literal(0), z.literal(1)]),
  fromMs: time,
  toMs: time,
  text: z.string(),
}) satisfies z.ZodType<Word>;

export const transcriptSchema = z
  .object({
    recordingId: z.string(),
    provider: z.string(),
    draft: z.boolean(),
    language: z.string(),
    words: z.array(wordSchema).readonly(),
  })
  .meta({ id: 'Transcript' }) satisfies z.ZodType<Transcript>;

export const peaksSchema = z
  .object({ tickMs: z.number().int().positive(), channels: z.array(z.array(z.number().int()).readonly()).readonly() })
  .meta({ id: 'Peaks' });
