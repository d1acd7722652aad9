import type { z } from 'zod';
import type { queueDetailsSchema } from '../../shared/protocol/directory.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Queue, Stored } from '../ports/stores.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

type QueueDetails = z.output<typeof queueDetailsSchema>;

/** Who answers what, as administrators see and change it. */
export function directoryRoutes(serve: Serve, { directory, newId }: HttpParts): void {
  const detailsOf = async (queue: Queue): Stored<QueueDetails> => {
    const members = await directory.membersOf(queue.id);
    return members.ok ? ok({ ...queue, memberIds: members.value }) : members;
  };

  serve.signedIn('queues', 'administrator', async () => {
    const [queues, numbers] = await Promise.all([directory.queues(), directory.numbers()]);
    if (!queues.ok) return queues;
    if (!numbers.ok) return numbers;
    const details: QueueDetails[] = [];
    for (const queue of queues.value) {
      const one = await detailsOf(queue);
      if (!one.ok) return one;
      details.push(one.value);
    }
    return ok({ queues: details, numbers: numbers.value });
  });

  serve.signedIn('saveQueue', 'administrator', async ({ body }) => {
    const { memberIds, id = newId(), ...facts } = body;
    const queue = { id, ...facts };
    const saved = await directory.saveQueue(queue, memberIds);
    return saved.ok ? detailsOf(queue) : saved;
  });

  serve.signedIn('saveNumber', 'administrator', async ({ body }) => {
    const saved = await directory.saveNumber(body.number, body.queueId);
    return saved.ok ? ok(body) : saved;
  });

  serve.signedIn('removeNumber', 'administrator', async ({ params }) => {
    const removed = await directory.removeNumber(params.number);
    if (!removed.ok) return removed;
    return removed.value ? ok(null) : fail('notFound');
  });
}
