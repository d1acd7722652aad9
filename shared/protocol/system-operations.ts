import { z } from 'zod';
import { healthSchema } from './accounts.ts';
import { systemHealthSchema } from './system-health.ts';
import { nothing, operation, type Operation } from './operation.ts';

/** The installation itself. */
export const systemOperations = {
  simulateCaller: operation({
    method: 'POST',
    path: '/api/v1/demo/callers',
    summary: 'Place a real SIP call to the reception with a speaking voice (demo only)',
    body: z.object({
      dial: z
        .string()
        .regex(/^\d{2,20}$/)
        .default('5550100'),
    }),
    answer: nothing,
    status: 202,
    errors: ['notFound', 'tooManyRequests'],
  }),
  systemHealth: operation({
    method: 'GET',
    path: '/api/v1/system-health',
    summary: 'How each part is, in detail (administrators)',
    answer: systemHealthSchema,
    status: 200,
    errors: ['forbidden'],
  }),
  health: operation({
    method: 'GET',
    path: '/api/v1/health',
    summary: 'Whether everything works, and its versions',
    answer: healthSchema,
    status: 200,
    errors: [],
  }),
} as const satisfies Record<string, Operation>;
