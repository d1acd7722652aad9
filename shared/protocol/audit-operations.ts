import { z } from 'zod';
import { operation, type Operation } from './operation.ts';

export const auditActionSchema = z.enum([
  'recordingHeard',
  'recordingDownloaded',
  'recordingShared',
  'shareOpened',
  'recordingDeleted',
  'recordingExpired',
  'recordingExempted',
  'recordingUnexempted',
  'callsExported',
  'userCreated',
  'userChanged',
  'queueSaved',
  'queueRemoved',
  'numberSaved',
  'numberRemoved',
  'greetingSaved',
  'greetingRemoved',
]);

/** Something somebody did that others may want to know of. `by` is null where the house did it by itself. */
export const auditEntrySchema = z
  .object({
    id: z.number().int(),
    at: z.number().int(),
    by: z.object({ userId: z.string(), name: z.string() }).nullable(),
    action: auditActionSchema,
    /** The id of what it was done to: a recording, a user, a queue. */
    subject: z.string(),
    /** What a person reads: whose recording, how much of it. */
    about: z.string(),
  })
  .meta({ id: 'AuditEntry' });

/** Who heard, fetched, shared, deleted or changed what. */
export const auditOperations = {
  audit: operation({
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'Who heard, fetched, shared, deleted or changed what, the latest first (supervisors)',
    query: z.object({
      action: auditActionSchema.optional(),
      userId: z.string().max(64).optional(),
      subject: z.string().max(64).optional(),
      search: z.string().trim().max(200).optional(),
      limit: z.coerce.number('The limit is a number.').int().min(1).max(200).default(50),
      /** Entries before this one. */
      before: z.coerce.number('The id is a number.').int().optional(),
    }),
    answer: z.object({ entries: z.array(auditEntrySchema).readonly() }),
    status: 200,
    errors: ['forbidden'],
  }),
} as const satisfies Record<string, Operation>;
