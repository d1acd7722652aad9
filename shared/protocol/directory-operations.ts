import { z } from 'zod';
import { memberIdsSchema, numberSchema, queueDetailsSchema, queueSchema } from './directory.ts';
import { nothing, operation, type Operation } from './operation.ts';

/** Who answers what. */
export const directoryOperations = {
  queues: operation({
    method: 'GET',
    path: '/api/v1/queues',
    summary: 'The queues with their opening hours and members, and the numbers that lead to them (administrators)',
    answer: z.object({ queues: z.array(queueDetailsSchema).readonly(), numbers: z.array(numberSchema).readonly() }),
    status: 200,
    errors: ['forbidden'],
  }),
  saveQueue: operation({
    method: 'POST',
    path: '/api/v1/queues',
    summary: 'Add a queue, or change the one with this id (administrators)',
    /** Without rules those it has stay, or the usual ones hold. */
    body: queueSchema.partial({ id: true, recording: true, voicemail: true }).extend({ memberIds: memberIdsSchema }),
    answer: queueDetailsSchema,
    status: 200,
    errors: ['forbidden', 'noSuchUser'],
  }),
  removeQueue: operation({
    method: 'DELETE',
    path: '/api/v1/queues/:id',
    summary: 'Take a queue away; its numbers lead to another from then on, or nowhere (administrators)',
    params: queueSchema.pick({ id: true }),
    /** Without it callers of its numbers hear that they are not in use. */
    query: z.object({ numbersTo: queueSchema.shape.id.optional() }),
    answer: nothing,
    status: 204,
    errors: ['forbidden', 'notFound', 'noSuchQueue', 'queueInUse'],
  }),
  saveNumber: operation({
    method: 'POST',
    path: '/api/v1/numbers',
    summary: 'Lead a number to a queue, or nowhere for now (administrators)',
    body: numberSchema,
    answer: numberSchema,
    status: 200,
    errors: ['forbidden', 'noSuchQueue'],
  }),
  removeNumber: operation({
    method: 'DELETE',
    path: '/api/v1/numbers/:number',
    summary: 'Refuse calls to a number from now on (administrators)',
    params: numberSchema.pick({ number: true }),
    answer: nothing,
    status: 204,
    errors: ['forbidden', 'notFound'],
  }),
} as const satisfies Record<string, Operation>;
