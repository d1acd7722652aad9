import { z } from 'zod';
import { operation, type Operation } from './operation.ts';

/** What a desk does to find out whether it hears and is heard. */
export const testCallOperations = {
  startTestCall: operation({
    method: 'POST',
    path: '/api/v1/test-call',
    summary: 'Ring this desk’s phone, which takes it by itself, hears a beep and then what it says; for 20 s at most',
    /** The id under which the phone gets it. It is no call of the reception. */
    answer: z.object({ id: z.string() }),
    status: 201,
    errors: ['deskNotReady', 'busy', 'pbxUnavailable'],
  }),
} as const satisfies Record<string, Operation>;
