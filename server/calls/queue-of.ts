import type { Call } from '../../shared/call/call.ts';
import type { Queue } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

/** The queue of a call with its rules as they are now; null where there is none, or nobody knows. */
export async function queueOf(desk: Desk, call: Call): Promise<Queue | null> {
  if (call.queue === null) return null;
  const queues = await desk.directory.queues();
  if (queues.ok) return queues.value.find(({ id }) => id === call.queue?.id) ?? null;
  desk.log.error({ callId: call.id }, 'the rules of a queue could not be read');
  return null;
}
