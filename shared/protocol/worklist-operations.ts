import { z } from 'zod';
import { nothing, operation, type Operation, sound } from './operation.ts';
import { workItemSchema } from './worklist.ts';

const itemId = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'This is not an id of this list.') });

export const worklistViewSchema = z.enum(['open', 'mine', 'doneToday']);

/** Who is to be called back, and who does it. */
export const worklistOperations = {
  worklist: operation({
    method: 'GET',
    path: '/api/v1/worklist',
    summary: 'The callers to be called back, of your queues, the latest first',
    query: z.object({
      view: worklistViewSchema.default('open'),
      search: z.string().trim().max(200).optional(),
      queueId: z.string().max(64).optional(),
      limit: z.coerce.number('The limit is a number.').int().min(1).max(500).default(200),
    }),
    answer: z.object({
      items: z.array(workItemSchema).readonly(),
      /** How many there are in each view, whatever the search. */
      counts: z.object({ open: z.number().int(), mine: z.number().int(), doneToday: z.number().int() }),
    }),
    status: 200,
    errors: [],
  }),
  exportWorklist: operation({
    method: 'GET',
    path: '/api/v1/worklist.csv',
    summary: 'One view of the list as a file of comma-separated values (RFC 4180), at most 10,000',
    query: z.object({
      view: worklistViewSchema.default('open'),
      search: z.string().trim().max(200).optional(),
      queueId: z.string().max(64).optional(),
    }),
    answer: sound,
    status: 200,
    errors: [],
  }),
  ownWorkItem: operation({
    method: 'POST',
    path: '/api/v1/worklist/:id/own',
    summary: 'Say that you call back; somebody who was first keeps it unless you take it over',
    params: itemId,
    body: z.object({
      takeOver: z.boolean().default(false),
      /** When the caller asked for it (ms since the epoch). */
      dueAt: z.number().int().nonnegative().nullable().default(null),
    }),
    answer: workItemSchema,
    status: 200,
    errors: ['noSuchWorkItem', 'alreadyOwned', 'alreadyDone'],
  }),
  releaseWorkItem: operation({
    method: 'POST',
    path: '/api/v1/worklist/:id/release',
    summary: 'Say that somebody else may call back',
    params: itemId,
    answer: workItemSchema,
    status: 200,
    errors: ['noSuchWorkItem', 'alreadyOwned', 'alreadyDone'],
  }),
  finishWorkItem: operation({
    method: 'POST',
    path: '/api/v1/worklist/:id/done',
    summary: 'Say that this caller is dealt with, or is not after all',
    params: itemId,
    body: z.object({ done: z.boolean().default(true) }),
    answer: workItemSchema,
    status: 200,
    errors: ['noSuchWorkItem'],
  }),
  forgetWorkItems: operation({
    method: 'POST',
    path: '/api/v1/worklist/done',
    summary: 'Say that all of these are dealt with',
    body: z.object({ ids: z.array(itemId.shape.id).min(1).max(200).readonly() }),
    answer: nothing,
    status: 202,
    errors: ['noSuchWorkItem'],
  }),
} as const satisfies Record<string, Operation>;
