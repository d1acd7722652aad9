import type { QueueRef } from '../../shared/call/call.ts';
import type { Desk } from './desk.ts';

/**
 * The number that those who are called see: the one that was set, that of the queue it is for, or the first that leads
 * somewhere. Null when there is none, or the database does not say.
 */
export async function ourNumber({ dialling, directory }: Desk, queue: QueueRef | null): Promise<string | null> {
  if (dialling.from !== null) return dialling.from;
  const numbers = await directory.numbers();
  if (!numbers.ok) return null;
  const ours = numbers.value.filter(({ queueId }) => queueId !== null);
  return (ours.find(({ queueId }) => queueId === queue?.id) ?? ours[0])?.number ?? null;
}
